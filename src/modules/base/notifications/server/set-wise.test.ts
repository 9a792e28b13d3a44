import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CHANGE_COLUMNS } from "../../../../engine/changes/read-changes.ts";
import type { LoggedChange } from "../../../../engine/kernel/hooks.ts";
import type { Operation } from "../../../../engine/kernel/save-request.ts";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyPeople } from "./notify-people.react.ts";

let app: TestApp;
let wang: Client & { id: string };
let li: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  wang = await app.person({ name: "王芳芳", role: "seller" });
  li = await app.person({ name: "李静", role: "seller" });
});
afterAll(() => app.close());

/** Tasks and notes that name people, and their changes in the log. */
async function write(count: number): Promise<readonly LoggedChange[]> {
  const [last] = await app.database.db.query<{ seq: number }>({
    text: "select coalesce(max(seq), 0) as seq from w_main.changes",
  });
  const operations = Array.from({ length: count }, (_, at): Operation[] => [
    { op: "create", object: "task", values: { subject: `任务 ${at}`, owner: wang.id } },
    { op: "create", object: "note", values: { content: `<p>@李静 看 ${at}</p>` } },
  ]).flat();
  const saved = await save(await app.context(), { road: "rule", mode: "all", operations });
  expect(saved.saved).toBe(true);
  return app.database.db.query<LoggedChange>({
    text: `select ${CHANGE_COLUMNS} from w_main.changes where seq > $1 and object in ('task', 'note') order by seq`,
    values: [last?.seq],
  });
}

/** Statements that telling of all of them asks, those within transactions included. */
async function asked(changes: readonly LoggedChange[]): Promise<number> {
  const context = await app.context();
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await notifyPeople.runAll(context, changes);
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
const keysOf = (who: { readonly id: string }) =>
  app.database.db.query<{ external_id: string }>({
    text: "select external_id from w_main.o_notification where owner = $1 order by id",
    values: [who.id],
  });

test("telling of many changes asks as many statements as of few, in the order of the changes, each once", async () => {
  await asked(await write(2));
  const [few, many] = [await write(2), await write(60)];
  expect(await asked(many)).toBe(await asked(few));
  const seqs = (object: string) => many.filter((change) => change.object === object).map(({ seq }) => seq);
  for (const [who, object] of [
    [wang, "task"],
    [li, "note"],
  ] as const) {
    const told = (await keysOf(who)).map(({ external_id }) => Number(external_id.split(":")[0]));
    expect(told.filter((seq) => seqs(object).includes(seq))).toEqual(seqs(object));
  }
  const before = await keysOf(wang);
  await notifyPeople.runAll(await app.context(), many);
  expect(await keysOf(wang)).toEqual(before);
});
