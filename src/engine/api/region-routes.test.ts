import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

it("gives the tree that an address is chosen from, to be kept by the browser", async () => {
  const answer = await world.admin.get("/regions");
  expect(answer.headers["cache-control"]).toContain("max-age");
  const jiangsu = answer.json.data.find((one: { code: string }) => one.code === "320000");
  const suzhou = jiangsu.children.find((one: { name: string }) => one.name === "苏州市");
  expect(suzhou.children).toContainEqual({ code: "320583", name: "昆山市" });
});
