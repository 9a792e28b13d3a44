import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { LoggedChange, SetWise } from "../../../../engine/kernel/hooks.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { closeStaleRequests } from "./close-stale-requests.react.ts";
import { notifyOnMove } from "../../pipeline/server/notify-on-move.react.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const both = (text: string) => ({ "zh-CN": text, en: text });
const stages = (told: readonly object[]) => [
  { name: "a", label: both("a"), type: "open" },
  { name: "b", label: both("b"), type: "open", on_enter: told },
  { name: "won", label: both("won"), type: "won" },
];

/** Statements and transactions that a subscriber asks for about one move. */
async function asked(subscriber: SetWise, change: Partial<LoggedChange>): Promise<number> {
  const context = await app.context();
  const spies = [vi.spyOn(context.db, "query"), vi.spyOn(context.db, "transaction")];
  const move = {
    seq: 1,
    at: context.now,
    object: "opportunity",
    version: 2,
    kind: "update",
    actor: null,
    actor_kind: "person",
    road: "board",
    note: null,
  } as const;
  const logged = { ...move, record: "", before: { stage: "a" }, after: { stage: "b" }, ...change };
  await subscriber.runAll(context, [logged]);
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

test("a record that moves is asked about only where some stage tells somebody, and for requests that wait with one statement", async () => {
  for (const { id } of (await app.admin.get("/pipelines?object=opportunity")).json.data)
    await app.admin.delete(`/pipelines/${id}`);
  const listed = (await app.admin.get("/pipelines?object=opportunity")).json.data.map(
    ({ id }: { id: string }) => id,
  );
  const publish = async (id: string, told: readonly object[]) => {
    expect((await app.admin.patch(`/pipelines/${id}`, { stages: stages(told) })).status).toBe(200);
    expect((await app.admin.post(`/pipelines/${id}/publish`, {})).status).toBe(200);
  };
  for (const id of listed) await publish(id, []);
  const account = await app.admin.make("account", { name: "杭州西湖仪表有限公司" });
  const deal = await app.admin.make("opportunity", {
    name: "流量计",
    account: account.id,
    amount: "1",
    close_date: "2030-01-01",
  });
  await asked(notifyOnMove, { record: deal.id });
  expect(await asked(notifyOnMove, { record: deal.id })).toBe(0);
  expect(await asked(closeStaleRequests, { record: deal.id })).toBe(1);
  const [first] = listed;
  await publish(first, [{ kind: "notify", id: "tell", to: ["owner"], text: both("到了") }]);
  await asked(notifyOnMove, { record: deal.id });
  expect(await asked(notifyOnMove, { record: deal.id })).toBeGreaterThan(0);
});
