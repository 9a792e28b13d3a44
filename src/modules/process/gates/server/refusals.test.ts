import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Operation, SaveRequest } from "../../../../engine/kernel/save-request.ts";
import { save } from "../../../../engine/record/save.ts";
import { pipelineApp, type PipelineApp } from "../../../../testing/pipeline-app.ts";

let app: PipelineApp;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await pipelineApp();
  app.now = "2026-11-02T02:00:00.000Z";
  const stages = [
    stage("one", "open"),
    stage("two", "open", { entry: [{ id: "step", kind: "fields", fields: ["next_step"] }] }),
    stage("won", "won"),
    stage("lost", "lost"),
  ];
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name: "refusing",
    label: both("refusing"),
    stages,
  });
  pipeline = String(made.at("data.id"));
  expect((await app.call("POST", `/pipelines/${pipeline}/publish`, {})).at("errors")).toBe(undefined);
});
afterAll(() => app.close());

const deal = () => app.make("opportunity", { name: "deal", pipeline });
interface Kept {
  readonly record: string | null;
  readonly road: string;
  readonly times: number;
  readonly previous_stage: string | null;
  readonly criteria: readonly string[];
}
const kept = async (record: string | null): Promise<readonly Kept[]> =>
  app.db.query<Kept & object>({
    text: `select record, road, times, previous_stage, criteria from "w_main".gate_refusal where pipeline = $1 and record is not distinct from $2::uuid order by tried_at`,
    values: [pipeline, record],
  });
const all = { create: true, read: "all", update: "all", delete: "all" } as const;
async function written(request: Pick<SaveRequest, "road" | "tries">, operations: readonly Operation[]) {
  const context = await app.context();
  const roles = [{ id: "seller", name: "seller", objects: { "*": all }, fields: {}, abilities: [] }];
  return save(
    { ...context, principal: { ...context.principal, kind: "person", id: app.people.seller, roles } },
    { ...request, mode: "each", operations },
  );
}

test("a refused move is kept on every road, though its write rolled back, and once a day for each person and record", async () => {
  const [patched, many, batched, imported, moved] = await Promise.all([
    deal(),
    deal(),
    deal(),
    deal(),
    deal(),
  ]);
  expect(
    (await app.call("PATCH", `/records/opportunity/${patched}`, { stage: "two" }, "seller")).status,
  ).toBe(422);
  expect(
    (await app.call("POST", "/records/opportunity/bulk", { ids: [many], values: { stage: "two" } }, "seller"))
      .status,
  ).toBe(422);
  expect(
    (
      await app.call(
        "POST",
        "/batch",
        { operations: [{ op: "update", object: "opportunity", id: batched, values: { stage: "two" } }] },
        "seller",
      )
    ).status,
  ).toBe(422);
  await written({ road: "import" }, [
    { op: "update", object: "opportunity", id: imported, values: { stage: "two" } },
  ]);
  expect(
    (await app.call("POST", `/records/opportunity/${moved}/transitions`, { to: "two" }, "seller")).status,
  ).toBe(422);
  const roads = async () =>
    Promise.all(
      [patched, many, batched, imported, moved].map(async (id) =>
        (await kept(id)).map(({ road, times }) => [road, times]),
      ),
    );
  await vi.waitFor(async () =>
    expect(await roads()).toEqual([
      [["api", 1]],
      [["bulk", 1]],
      [["api", 1]],
      [["import", 1]],
      [["transition", 1]],
    ]),
  );
  expect((await kept(patched))[0]).toMatchObject({ previous_stage: "one", criteria: ["step"] });
  for (let tried = 0; tried < 3; tried += 1)
    await app.call("PATCH", `/records/opportunity/${patched}`, { stage: "two" }, "seller");
  await vi.waitFor(async () => expect((await kept(patched)).map(({ times }) => times)).toEqual([4]));
  app.now = "2026-11-03T02:00:00.000Z";
  await app.call("PATCH", `/records/opportunity/${patched}`, { stage: "two" }, "seller");
  await vi.waitFor(async () => expect((await kept(patched)).map(({ times }) => times)).toEqual([4, 1]));
});

test("refused creations are counted, what is only tried is not, and the rates by person and stage know all", async () => {
  const make = (times: number): readonly Operation[] =>
    Array.from({ length: times }, () => ({
      op: "create",
      object: "opportunity",
      values: { name: "made", pipeline, stage: "two" },
    }));
  expect(
    (await app.call("POST", "/records/opportunity", { name: "made", pipeline, stage: "two" }, "seller"))
      .status,
  ).toBe(422);
  await written({ road: "import" }, make(3));
  await written({ road: "import", tries: true }, make(5));
  const id = await deal();
  const tried = await app.call(
    "POST",
    "/records/opportunity/bulk",
    { ids: [id], values: { stage: "two" }, dry_run: true },
    "seller",
  );
  expect(tried.at("results.0.ok") ?? tried.at("data.results.0.ok")).not.toBe(true);
  await vi.waitFor(async () => expect((await kept(null)).map(({ times }) => times)).toEqual([4]));
  expect(await kept(id)).toEqual([]);
  const report = await app.call("GET", `/pipelines/${pipeline}/overrides`);
  const seller = (report.at("people") as { person: string; refusals: number }[]).find(
    ({ person }) => person === app.people.seller,
  );
  expect(seller?.refusals).toBe(6 + 4);
  expect(
    (report.at("stages") as { stage: string; refusals: number }[]).find((one) => one.stage === "two")
      ?.refusals,
  ).toBe(10);
});
