import {
  type Context,
  type Result,
  accept,
  get,
  getByName,
  recordChanges,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { json, orNull, text, timestamptz } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { anyValue, page as pageOf, shaped } from "../../../../shared/wire/schema.ts";
import { recordsAround } from "./hanging-records.ts";
import { auditMessages } from "./messages.ts";
import { isSubject } from "./personal-fields.ts";

export interface PersonalData {
  readonly exported_at: string;
  readonly object: string;
  readonly record: Values;
  /** Every change of the record, oldest first. */
  readonly changes: readonly unknown[];
  /** What hangs on it, and what refers to it. */
  readonly related: Readonly<Record<string, readonly Values[]>>;
  /** Of colleagues: when and from where they came. */
  readonly access: readonly object[];
}
const MOST = 5000;

/** All that is kept of a person and that the caller may read. */
export async function personalData(
  context: Context,
  object: string,
  id: string,
): Promise<Result<PersonalData>> {
  if (!isSubject(object))
    return refuse({ status: 422, code: "not_a_person", text: auditMessages.not_a_person });
  const record = await getByName(context, object, id, { titles: true });
  if (!record.ok) return refuse({ status: 404, code: "gone", text: auditMessages.gone });
  const { hanging, staying } = await recordsAround(context.db, context, object, id);
  const related: Record<string, Values[]> = {};
  for (const { object: found, ids } of [...hanging, ...staying]) {
    for (const one of ids.slice(0, MOST)) {
      const read = await get(context, found, one, { deleted: true, titles: true });
      if (read.ok) (related[found.name] ??= []).push(read.value);
    }
  }
  return accept({
    exported_at: context.now,
    object,
    record: record.value,
    changes: await allChanges(context, object, id),
    related,
    access: object === "user" ? await context.db.query(linesOfPerson(context.workspace, id)) : [],
  });
}

async function allChanges(context: Context, object: string, id: string): Promise<unknown[]> {
  const all: unknown[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await recordChanges(context, object, id, { cursor, limit: 200 });
    if (!page.ok || !fits(Page, page.value)) return all.toReversed();
    all.push(...page.value.data);
    if (page.value.page.next === null || all.length >= MOST) return all.toReversed();
    cursor = page.value.page.next;
  }
}
const Page = pageOf(shaped<unknown>(anyValue()));

export const linesOfPerson = statement(
  {
    at: timestamptz,
    kind: text,
    login: orNull(text),
    ip: orNull(text),
    user_agent: orNull(text),
    detail: orNull(json<Values>()),
  },
  ({ system }, id: string) =>
    sql`select at, kind, login, ip, user_agent, detail from ${system("access_log")} where user_id = ${id} order by id limit ${MOST}`,
);
