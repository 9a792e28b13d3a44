import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("a hand-over is undone: records go back, but for what has got another owner since", async () => {
  const [leaver, heir, third] = [
    await app.person({ name: "王芳", role: "seller" }),
    await app.person({ name: "李明", role: "seller" }),
    await app.person({ name: "赵强", role: "seller" }),
  ];
  const mine = await Promise.all(
    ["A", "B", "C"].map((name) => leaver.make("account", { name: `Handed ${name}` })),
  );
  const started = await app.admin.post(`/handovers/${leaver.id}`, { to: heir.id, deactivate: false });
  await app.idle();
  await app.admin.patch(`/records/account/${mine[1]?.id}`, { owner: third.id });
  const preview = (await app.admin.get(`/jobs/${started.json.id}/undo`)).json.data;
  expect(preview).toMatchObject({ restored: 2, kept: [{ id: mine[1]?.id, why: "changed" }] });
  const undo = await app.admin.post(`/jobs/${started.json.id}/undo`);
  expect(undo.status, undo.text).toBe(202);
  await app.idle();
  expect((await app.admin.get(`/jobs/${undo.json.id}`)).json.data).toMatchObject({
    status: "done",
    result: { done: 2, refused: 1 },
  });
  expect((await app.admin.get(`/jobs/${started.json.id}`)).json.data.status).toBe("undone");
  const owners = await Promise.all(
    mine.map(async ({ id }) => (await app.admin.get(`/records/account/${id}`)).json.data.owner),
  );
  expect(owners).toEqual([leaver.id, third.id, leaver.id]);
});
