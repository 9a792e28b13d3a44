import {
  type Context,
  type FailedChange as Failed,
  readFailedChanges,
  readSubscribers,
  statement,
  titlesFor,
} from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../../shared/i18n/messages.ts";
import type { FailedChange, SubscriberState } from "../../../../shared/wire/subscribers.contract.ts";

const messages = defineMessages({
  unknown: label(
    "程序遇到意外错误，请在程序日志中查找变更编号 {change}。",
    "An unexpected error. Search the program log for change {change}.",
  ),
});
/** So many failed changes of each are shown. */
const SHOWN = 50;

/** All subscribers that the log has had, with what administrators may know of their failures. */
export async function tellSubscribers(context: Context): Promise<readonly SubscriberState[]> {
  const { db, workspace, hooks } = context;
  const subscribers = await readSubscribers(db, workspace, hooks.subscribers);
  const failures = await readFailedChanges(db, workspace, SHOWN);
  const titles = await titlesFor(
    context,
    failures.flatMap(({ object, record }) => (object && record ? [{ object, id: record }] : [])),
  );
  const names = await namesOf(
    context,
    subscribers.flatMap(({ passed }) => passed?.by ?? []),
  );
  return subscribers.map((one) => {
    const hook = hooks.subscribers.find(({ name }) => name === one.name);
    const { passed } = one;
    return {
      name: one.name,
      label: hook?.label ?? label(one.name, one.name),
      set_wise: hook ? hook.runAll !== undefined : null,
      position: one.position,
      moved_at: one.movedAt,
      behind: one.behind,
      waiting_since: one.waitingSince,
      failed: one.failures,
      given_up: one.givenUp,
      last_failed: one.lastFailed,
      failures: failures
        .filter(({ reader }) => reader === one.name)
        .map((failed) => told(context, failed, titles.get(failed.record ?? "") ?? null)),
      passed: passed && {
        at: passed.at,
        by: names.get(passed.by ?? "") ?? null,
        changes: [...passed.changes],
      },
    };
  });
}

const told = ({ language }: Context, failed: Failed, title: string | null): FailedChange => ({
  change: failed.seq,
  at: failed.at,
  object: failed.object,
  record: failed.record,
  title,
  attempts: failed.attempts,
  next_at: failed.nextAt,
  code: failed.code,
  text: failed.reason ? failed.reason[language] : say(messages.unknown, language, { change: failed.seq }),
});

export const namesOfUsers = statement(
  { id: uuid, name: orNull(text) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, name from ${record("user")} where id = any(${ids}::uuid[])`,
);
async function namesOf(
  { db, workspace }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query(namesOfUsers(workspace, ids));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
