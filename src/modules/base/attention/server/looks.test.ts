import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { oldLooks } from "./old-looks.retention.ts";

let app: TestApp;
let owner: Client & { readonly id: string };
let stranger: Client & { readonly id: string };
let path: string;
beforeAll(async () => {
  app = await testApp();
  owner = await app.person({ name: "王芳", role: "seller" });
  stranger = await app.person({ name: "李明", role: "seller" });
  const { id } = await owner.make("account", { name: "远景水务" });
  path = `/records/account/${id}/looks`;
});
afterAll(() => app.close());

const names = (reply: Awaited<ReturnType<Client["get"]>>) =>
  reply.json.data.map(({ name, count }: { readonly name: string; readonly count: number }) => [name, count]);

test("who sees a record learns who else opened it; once in ten minutes, and only who sees it counts", async () => {
  expect(names(await owner.post(path, {}))).toEqual([]);
  await app.admin.post(path, {});
  await app.admin.post(path, {});
  expect(names(await owner.get(path))).toEqual([[expect.any(String), 1]]);
  expect([(await stranger.post(path, {})).status, (await stranger.get(path)).status]).toEqual([404, 404]);
  expect(names(await app.admin.get(path))).toEqual([["王芳", 1]]);
});

test("what is old goes", async () => {
  const context = await app.context();
  const later = new Date(Date.now() + 60_000).toISOString();
  expect(await oldLooks.count(context, later)).toBe(2);
  expect(await oldLooks.take(context, { before: later, limit: 10, run: "x" })).toBe(2);
  expect(names(await owner.get(path))).toEqual([]);
});
