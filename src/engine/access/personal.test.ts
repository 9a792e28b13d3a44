import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
let wang: Client & { id: string };
let li: Client & { id: string };
beforeAll(async () => {
  world = await testApp();
  wang = await world.person({ name: "王芳", role: "seller" });
  li = await world.person({ name: "李雷", role: "sales_director" });
});
afterAll(() => world.close());

const names = async (who: Client): Promise<string[]> =>
  (await who.get("/records/view?limit=200")).json.data.map((view: { name: string }) => view.name);

it("a private view is its owner's on every road, whatever roles grant", async () => {
  const mine = await wang.make("view", { name: "机密视图", object: "opportunity" });
  for (const other of [li, world.admin]) {
    expect((await other.get(`/records/view/${mine.id}`)).status).toBe(404);
    expect(await names(other)).not.toContain("机密视图");
    expect((await other.get(`/records/view/${mine.id}/changes`)).status).toBe(404);
    expect((await other.patch(`/records/view/${mine.id}`, { name: "夺走" })).status).toBe(404);
    expect((await other.delete(`/records/view/${mine.id}`)).status).toBe(404);
    const bulk = await other.post("/records/view/bulk", { ids: [mine.id], values: { name: "夺走" } });
    expect(bulk.json.results[0]).toMatchObject({ ok: false, code: "not_found" });
    const counted = await other.post("/records/view/aggregate", {
      filter: 'name == "机密视图"',
      measures: [{ fn: "count" }],
    });
    expect(counted.json.groups[0]?.values[0] ?? 0).toBe(0);
    expect((await other.get("/changes?objects=view")).text).not.toContain("机密视图");
  }
  expect(await names(wang)).toContain("机密视图");
});

it("an opened view is read by all and changed by its owner and those who keep the settings", async () => {
  const open = await wang.make("view", { name: "公开视图", object: "lead", visibility: "everyone" });
  expect(await names(li)).toContain("公开视图");
  const seen = await li.get(`/records/view/${open.id}`);
  expect(seen.json.abilities).toEqual({ update: false, delete: false });
  expect((await li.patch(`/records/view/${open.id}`, { name: "改了" })).status).toBe(403);
  expect((await world.admin.patch(`/records/view/${open.id}`, { name: "管理员改名" })).status).toBe(200);
  expect((await wang.patch(`/records/view/${open.id}`, { visibility: "private" })).status).toBe(200);
  expect((await world.admin.get(`/records/view/${open.id}`)).status).toBe(404);
});
