import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

describe("one record over HTTP", () => {
  it("is created, read, changed, binned and restored, with its history and its log", async () => {
    const { admin } = world;
    const made = await admin.post("/records/account", { name: "渠成测试有限公司" });
    expect(made.status, made.text).toBe(201);
    const id = made.json.data.id;
    expect(made.json.data).toMatchObject({ name: "渠成测试有限公司", version: 1 });
    const changed = await admin.patch(`/records/account/${id}`, { name: "渠成科技有限公司" });
    expect(changed.json.data).toMatchObject({ name: "渠成科技有限公司", version: 2 });
    const same = await admin.patch(`/records/account/${id}`, { name: "渠成科技有限公司" });
    expect(same.json.data.version).toBe(2);
    expect((await admin.delete(`/records/account/${id}`)).status).toBe(204);
    expect((await admin.get(`/records/account/${id}`)).status).toBe(404);
    expect((await admin.post(`/records/account/${id}/restore`)).json.data.version).toBe(4);
    const changes = await admin.get(`/records/account/${id}/changes`);
    expect(changes.json.data.map((one: { kind: string }) => one.kind)).toEqual(["restore", "delete", "update", "create"]);
    expect(changes.json.data[2].changes).toEqual([{ field: "name", before: { value: "渠成测试有限公司" }, after: { value: "渠成科技有限公司" } }]);
  });
});
