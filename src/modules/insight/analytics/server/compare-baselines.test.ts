import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { dateOfDay, publishPlainPipeline, writeHistories } from "../../../../testing/stage-histories.ts";
import type { BaselineComparison, ComparedBaseline } from "../shared/baseline.contract.ts";
import type { MovementFigure } from "../shared/movement.contract.ts";

let app: TestApp;
let pipeline = "";
let deal: string | undefined;
let anna: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  anna = await app.person({ name: "Anna", role: "seller" });
  pipeline = await publishPlainPipeline(app, "plain");
  const values = { name: "单", amount: "300", owner: anna.id };
  [deal] = await writeHistories(app, pipeline, [
    {
      values,
      stays: [
        [1, "discovery"],
        [4, "needs"],
      ],
    },
  ]);
});
afterAll(() => app.close());

const movementOf = (more: object = {}) => ({
  object: "opportunity",
  pipeline,
  from: dateOfDay(-1),
  to: "2999-12-31",
  ...more,
});
async function freeze(name: string, body: object, metric = "movement"): Promise<string> {
  const made = await app.admin.post("/insight/baselines", { name, metric, body });
  expect(made.status, made.text).toBe(201);
  return made.json.data.id;
}

test("two baselines are compared: each as it was saved, and what moved between them adds up, group by group", async () => {
  const body = movementOf({ group_by: "owner" });
  const first = await freeze("先", body);
  await app.admin.make("opportunity", {
    name: "其间的",
    pipeline,
    stage: "discovery",
    amount: "40",
    owner: anna.id,
  });
  await app.admin.patch(`/records/opportunity/${deal}`, { amount: "350", probability: "50" });
  const second = await freeze("后", body);
  await app.admin.patch(`/records/opportunity/${deal}`, { amount: "7" });
  const answer = await app.admin.get(`/insight/baselines/${second}/compare/${first}`);
  expect(answer.status, answer.text).toBe(200);
  const { before, after, between }: BaselineComparison = answer.json.data;
  expect([before.name, after.name]).toEqual(["先", "后"]);
  const saved = (side: ComparedBaseline, place: string) =>
    side.frozen.find(({ name }) => name === place)?.value;
  for (const [side, moved] of [
    [before, between.start],
    [after, between.end],
  ] as const) {
    expect(saved(side, "end.count")).toBe(String(moved.count));
    expect(saved(side, "end.amount.amount")).toBe(moved.amount?.amount);
  }
  const amount = (figure: MovementFigure | undefined) => Number(figure?.amount?.amount);
  expect([between.new.count, amount(between.new), amount(between.increased)]).toEqual([1, 40, 50]);
  const ofAnna = between.groups?.find(({ key }) => key["owner"] === anna.id);
  expect([amount(ofAnna?.new), amount(ofAnna?.increased)]).toEqual([40, 50]);
  expect(Number(after.forecast?.amount) - Number(before.forecast?.amount)).toBeGreaterThan(0);
  const behind = [
    [saved(before, "end.count"), before.records.end],
    [saved(after, "end.count"), after.records.end],
    ...[between.start, between.new, between.end].map(
      ({ count, records }) => [String(count), records] as const,
    ),
  ] as const;
  for (const [count, { object, filter, as_of = "", known_at = "" }] of behind) {
    const list = `/records/${object}?count=exact&limit=1&as_of=${as_of}&known_at=${known_at}`;
    const { total } = (await app.admin.get(`${list}&filter=${encodeURIComponent(filter)}`)).json;
    expect(String(total)).toBe(count);
  }
});

test("only movements of the same records are compared; of other groups the totals", async () => {
  const first = await freeze("先", movementOf({ group_by: "owner" }));
  const compare = async (other: string) => app.admin.get(`/insight/baselines/${first}/compare/${other}`);
  const refused = async (other: string) => (await compare(other)).json.code;
  expect(await refused(await freeze("别的", movementOf({ filter: "amount > 1" })))).toBe("not_comparable");
  const { to: _to, ...window } = movementOf();
  expect(await refused(await freeze("漏斗", { ...window, to: "2999-12-31" }, "funnel"))).toBe(
    "not_comparable",
  );
  const ungrouped = await compare(await freeze("合计", movementOf()));
  expect(ungrouped.json.data.between).not.toHaveProperty("groups");
});

test("a baseline is its maker's, who shows it to others for reading; nobody makes one up", async () => {
  const ben = await app.person({ name: "Ben", role: "seller" });
  const id = await freeze("密", movementOf());
  const path = `/insight/baselines/${id}`;
  const sees = async (who: Client) => [
    (await who.get(path)).status,
    (await who.get(`/records/baseline/${id}`)).status,
  ];
  const shown = (to: object, level = "read") =>
    app.admin.post("/records/share", { regarding: { object: "baseline", id }, to, level });
  expect([await sees(anna), await sees(ben)]).toEqual([
    [404, 404],
    [404, 404],
  ]);
  expect((await app.admin.get(`/records/baseline/${id}/sharing`)).json.data.may_share).toBe(true);
  expect((await shown({ object: "user", id: anna.id }, "edit")).json.errors[0].code).toBe("read_only_share");
  const given = await shown({ object: "user", id: anna.id });
  expect(given.status, given.text).toBe(201);
  expect([await sees(anna), await sees(ben)]).toEqual([
    [200, 200],
    [404, 404],
  ]);
  const told = async (who: Client) => (await who.get(path)).json.data.frozen;
  expect(await told(anna)).toEqual(await told(app.admin));
  // What it was made of is told by its own endpoints only.
  const raw = (await anna.get(`/records/baseline/${id}`)).json;
  expect(Object.keys(raw.data)).not.toEqual(expect.arrayContaining(["figures"]));
  expect(raw.abilities).toEqual({ update: false, delete: false });
  expect((await anna.patch(`/records/baseline/${id}`, { name: "改" })).status).toBe(403);
  const onwards = { regarding: { object: "baseline", id }, to: { object: "user", id: ben.id } };
  expect((await anna.post("/records/share", onwards)).status).toBeGreaterThanOrEqual(400);
  expect((await app.admin.patch(`/records/baseline/${id}`, { name: "改名" })).status).toBe(200);
  expect((await app.admin.patch(`/records/baseline/${id}`, { figures: [] })).status).toBe(422);

  const seller = (await app.admin.get('/records/role?filter=name=="seller"')).json.data[0].id;
  expect((await shown({ object: "role", id: seller })).status).toBe(201);
  expect(await sees(ben)).toEqual([200, 200]);
  await app.admin.delete(`/records/share/${given.json.data.id}`);
  expect(await sees(anna)).toEqual([200, 200]);
  expect((await app.admin.post("/records/baseline", { name: "假", metric: "win_rate" })).status).toBe(403);
  const nothing = { name: "坏", metric: "win_rate", body: { object: "nothing" } };
  expect((await app.admin.post("/insight/baselines", nothing)).status).toBe(404);
});
