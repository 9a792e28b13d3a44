import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import type { Operation } from "../../../../engine/kernel/save-request.ts";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyApprovals } from "./notify-approvals.react.ts";

let app: TestApp;
type Person = Client & { id: string };
let wang: Person, boss: Person, lawyer: Person;
beforeAll(async () => {
  app = await testApp();
  boss = await app.person({ name: "李强", role: "sales_director" });
  wang = await app.person({ name: "王芳", role: "seller" });
  lawyer = await app.person({ name: "赵敏", role: "finance" });
});
afterAll(() => app.close());

const write = async (operations: readonly Operation[]): Promise<readonly string[]> => {
  const { saved, results } = await save(await app.context(), { road: "rule", mode: "all", operations });
  expect([saved, results.filter(({ ok }) => !ok)]).toEqual([true, []]);
  return results.map(({ id }) => String(id));
};
const settle = async (): Promise<void> => {
  const { workspace } = await app.context();
  while ((await runSubscribers(app.database.db, workspace, app.context, [notifyApprovals])).read > 0);
  expect(await app.database.db.query({ text: "select * from w_main.reader_failure" })).toEqual([]);
};
const told = async (who: Client): Promise<readonly string[]> =>
  (await who.send("GET", "/notifications", undefined, { "accept-language": "en" })).json.data.map(
    ({ text }: { text: string }) => text,
  );
const asking = (what: string, asked: object): Operation => ({
  op: "create",
  object: "approval_request",
  values: {
    subject: what,
    what: { "zh-CN": what, en: what },
    status: "waiting",
    owner: wang.id,
    handler: "test",
    ...asked,
  },
});

const update = (id: string, values: object): Operation => ({
  op: "update",
  object: "approval_request",
  id,
  values: { ...values },
});

test("of many requests at once each person is told what concerns them: who is asked, a role's people, and who asked", async () => {
  await settle();
  const [first = "", , own = ""] = await write([
    asking("one", { approver: boss.id }),
    asking("two", { approver_role: "finance" }),
    asking("three", { approver: wang.id }),
  ]);
  await settle();
  expect([(await told(boss)).length, (await told(lawyer)).length, (await told(wang)).length]).toEqual([
    1, 1, 0,
  ]);
  expect([(await told(boss))[0], (await told(lawyer))[0]]).toEqual([
    expect.stringContaining("one"),
    expect.stringContaining("two"),
  ]);

  await write([update(first, { status: "approved", comment: "well" }), update(own, { approver: boss.id })]);
  await settle();
  expect(await told(wang)).toEqual([expect.stringMatching(/one.*\(well\)/)]);
  expect((await told(boss))[0]).toContain("three");
});

test("several changes of a request that are told together are told as each of them was", async () => {
  await settle();
  const before = { boss: await told(boss), lawyer: await told(lawyer), wang: await told(wang) };
  const [id = ""] = await write([asking("four", { approver: boss.id })]);
  await write([update(id, { approver: lawyer.id })]);
  await write([update(id, { status: "refused", comment: "too dear" })]);
  await write([update(id, { status: "waiting", comment: null })]);
  await write([update(id, { status: "approved", comment: "well" })]);
  await settle();
  expect(await told(boss), "nobody is sent to what has been passed on").toEqual(before.boss);
  expect((await told(lawyer)).length - before.lawyer.length).toBe(2);
  const news = (await told(wang)).slice(0, 2);
  expect(news).toEqual([expect.stringContaining("(well)"), expect.stringContaining("(too dear)")]);
});
