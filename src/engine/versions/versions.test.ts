import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import { publishPlainPipeline, writeHistories } from "../../testing/stage-histories.ts";
import type { Version } from "../../shared/wire/versions.contract.ts";

let app: TestApp;
let [anna, ben]: (Client & { id: string })[] = [];
let pipeline = "";
let id = "";
const versions = async (who: Client = app.admin, of = id, query = ""): Promise<Version[]> =>
  (await who.get(`/records/opportunity/${of}/versions${query}`)).json.data;

beforeAll(async () => {
  app = await testApp();
  [anna, ben] = [
    await app.person({ name: "Anna", role: "seller" }),
    await app.person({ name: "Ben", role: "seller" }),
  ];
  pipeline = await publishPlainPipeline(app, "plain");
  id = (await anna!.make("opportunity", { name: "一版", pipeline, stage: "discovery", amount: "100" })).id;
  await anna!.patch(`/records/opportunity/${id}`, { amount: "250.50" });
  await app.admin.patch(`/records/opportunity/${id}`, { name: "三版", amount: "90" });
});
afterAll(() => app.close());

test("every state with who made it and what differs; one of them opened by its number", async () => {
  const all = await versions();
  expect(
    all.map(({ version, by, changed, to }) => [
      version,
      by.name,
      changed.includes("amount"),
      changed.includes("name"),
      to === null,
    ]),
  ).toEqual([
    [3, expect.any(String), true, true, true],
    [2, "Anna", true, false, false],
    [1, "Anna", true, true, false],
  ]);
  expect(all[1]?.from).toBe(all[2]?.to);
  const second = await app.admin.get(`/records/opportunity/${id}?version=2`);
  expect(second.json.data).toMatchObject({ version: 2, name: "一版", amount: { amount: "250.50" } });
  expect((await app.admin.get(`/records/opportunity/${id}?version=9`)).status).toBe(404);
  expect((await app.admin.get(`/records/opportunity/${id}?version=x`)).status).toBe(400);
  const told = async (which: string, day: string) =>
    (await app.admin.get(`/records/opportunity/${id}/${which}?as_of=${day}`)).json.data.length;
  expect([
    await told("changes", "2020-01-01"),
    await told("changes", "2999-01-01"),
    await told("timeline", "2020-01-01"),
  ]).toEqual([0, 3, 0]);
  const [newest] = await versions(app.admin, id, "?limit=1");
  const older = await versions(app.admin, id, `?limit=2&cursor=${newest?.from}`);
  expect(older.map(({ version }) => version)).toEqual([2, 1]);
});

test("a field's values over time; back-filled ones say that an import told them", async () => {
  const { data } = (await app.admin.get(`/records/opportunity/${id}/history?field=name`)).json;
  expect(
    data.map((one: { value: string; version: number; to: string | null }) => [
      one.value,
      one.version,
      one.to === null,
    ]),
  ).toEqual([
    ["三版", 3, true],
    ["一版", 1, false],
  ]);
  const [told] = await writeHistories(app, pipeline, [
    {
      values: { name: "历史", owner: anna!.id },
      stays: [
        [0, "discovery"],
        [4, "needs"],
      ],
    },
  ]);
  const stages = (await app.admin.get(`/records/opportunity/${told}/history?field=stage`)).json.data;
  expect(
    stages.map((one: { value: string; version: number; road: string }) => [one.value, one.version, one.road]),
  ).toEqual([
    ["needs", 1, "import"],
    ["discovery", 0, "import"],
  ]);
  expect((await app.admin.get(`/records/opportunity/${id}/history?field=nothing`)).status).toBe(400);
});

test("another's record has no versions; a hidden field has none either", async () => {
  expect((await ben!.get(`/records/opportunity/${id}/versions`)).status).toBe(404);
  expect((await ben!.get(`/records/opportunity/${id}?version=1`)).status).toBe(404);
  expect(
    (await ben!.post(`/records/opportunity/${id}/versions/restore`, { from: new Date().toISOString() }))
      .status,
  ).toBe(404);
  const role = await app.admin.make("role", {
    name: "blind",
    label: { "zh-CN": "看不到金额", en: "Blind" },
    rights: {
      objects: { opportunity: { create: false, read: "all", update: "none", delete: "none" } },
      fields: { opportunity: { amount: "hidden", name: "mask" } },
      abilities: [],
    },
  });
  const blind = await app.person({ name: "Blind", role: String(role["name"]) });
  const seen = await versions(blind);
  expect(JSON.stringify(seen)).not.toMatch(/250\.50|一版|amount"/);
  expect(seen.flatMap(({ changed }) => changed)).not.toContain("name");
  expect((await blind.get(`/records/opportunity/${id}/history?field=amount`)).status).toBe(400);
  expect(
    (await blind.post(`/records/opportunity/${id}/versions/restore`, { from: seen[2]?.from })).status,
  ).not.toBe(200);
});

test("restoring goes through save: chosen fields, conflicts, gates and all", async () => {
  const [newest, , first] = await versions();
  const preview = await anna!.post(`/records/opportunity/${id}/versions/restore`, {
    from: first?.from,
    dry_run: true,
  });
  expect(preview.json.values).toMatchObject({ name: "一版", amount: { amount: "100.00", currency: "CNY" } });
  const stale = await anna!.post(`/records/opportunity/${id}/versions/restore`, {
    from: first?.from,
    base: { name: "别的" },
  });
  expect([stale.status, stale.json.code]).toEqual([409, "version_conflict"]);
  expect(
    (
      await anna!.post(
        `/records/opportunity/${id}/versions/restore`,
        { from: first?.from },
        { "if-match": '"1"' },
      )
    ).status,
  ).toBe(409);
  const one = await anna!.post(
    `/records/opportunity/${id}/versions/restore`,
    { from: first?.from, fields: ["amount"] },
    { "if-match": `"${newest?.version}"` },
  );
  expect(one.json.data).toMatchObject({ name: "三版", amount: { amount: "100.00" }, version: 4 });
  const log = (await app.admin.get(`/records/opportunity/${id}/changes`)).json.data[0];
  expect(log.note.cause.note).toContain("restored");
  await app.admin.patch(`/records/opportunity/${id}`, { stage: "lost", lost_reason: "price_too_high" });
  const back = await anna!.post(`/records/opportunity/${id}/versions/restore`, {
    from: first?.from,
    fields: ["stage"],
  });
  expect([200, 422]).toContain(back.status);
  expect(
    (
      await anna!.post(`/records/opportunity/${id}/versions/restore`, {
        from: first?.from,
        fields: ["created_at"],
      })
    ).status,
  ).toBe(400);
  expect(
    (await anna!.post(`/records/opportunity/${id}/versions/restore`, { from: "1999-01-01" })).status,
  ).toBe(404);
});
