import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

it("conditions name stages as people do, also of a pipeline published a moment ago", async () => {
  const { admin } = world;
  await admin.make("opportunity", { name: "Named stage" });
  const find = async (filter: string) =>
    (await admin.get(`/records/opportunity?count=exact&filter=${encodeURIComponent(filter)}`)).json.total;
  expect(await find("阶段 = '初步接洽'")).toBe(1);
  expect(await find("stage in ['初步接洽', '赢单']")).toBe(1);
  const label = (zh: string, en: string) => ({ "zh-CN": zh, en });
  const stages = [
    { name: "trial", label: label("试用中", "On trial"), type: "open", order: 1, entry: [], exit: [] },
    { name: "bought", label: label("已购买", "Bought"), type: "won", order: 2, entry: [], exit: [] },
  ];
  const made = await admin.post("/pipelines", {
    object: "opportunity",
    name: "trials",
    label: label("试用", "Trials"),
    stages,
  });
  await admin.post(`/pipelines/${made.json.data.id}/publish`);
  await admin.make("opportunity", { name: "In trial", pipeline: made.json.data.id });
  expect(await find("stage == 'On trial'")).toBe(1);
  const told = (await admin.get("/objects/opportunity")).json.data.fields.find(
    (field: { name: string }) => field.name === "stage",
  );
  expect(told.options.map((option: { name: string }) => option.name)).toContain("trial");
});
