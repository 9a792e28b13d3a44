import {
  type Context,
  Params,
  type Result,
  accept,
  accessPredicate,
  explainRecord,
  isUuid,
  notFound,
  statement,
  tableOf,
} from "../../../../engine/public.ts";
import { orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { ProofStep } from "../../../../shared/wire/explanation.ts";
import { loadPrincipal } from "../../identity/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { Reader, readReaders } from "../shared/proof.contract.ts";

const GROUP = 50;
/** One request asks about at most so many people; the cursor goes on from there. */
const MOST_ASKED = 200;

const person = { id: uuid, name: sure(text), department: orNull(text) };
type PersonRow = RowOf<typeof person>;
export const peopleAfter = statement(
  person,
  ({ record }, after: string | null) =>
    sql`select u.id, u.name, d.name as department from ${record("user")} u left join ${record("department")} d on d.id = u.department
      where u.deleted_at is null and u.active is not false and u.login is not null and (${after}::uuid is null or u.id > ${after}) order by u.id limit ${GROUP}`,
);

/**
 * People who can read a record, in the order of their ids, each with the shortest reason. The predicate of
 * each is evaluated on the row, for a group of people in one statement. `next` is there while people are left
 * to ask about.
 */
export async function readersOf(
  context: Context,
  object: CatalogObject,
  record: string,
  cursor?: string,
): Promise<Result<AnswerOf<typeof readReaders>>> {
  if (!isUuid(record) || (cursor !== undefined && !isUuid(cursor))) return notFound();
  const data: Reader[] = [];
  let after = cursor ?? null;
  for (let asked = 0; asked < MOST_ASKED && data.length < GROUP; asked += GROUP) {
    const people = await context.db.query(peopleAfter(context.workspace, after));
    const able = await whoMay(context, object, record, people);
    if (able === null) return notFound();
    for (const { person, subject, update } of able)
      data.push({ ...person, update, reason: await reasonOf(subject, object, record) });
    after = people.length < GROUP ? null : (people.at(-1)?.id ?? null);
    if (after === null) break;
  }
  return accept({ data, page: { next: after } });
}

interface Able {
  readonly person: PersonRow;
  readonly subject: Context;
  readonly update: boolean;
}
async function whoMay(
  context: Context,
  object: CatalogObject,
  record: string,
  people: readonly PersonRow[],
): Promise<readonly Able[] | null> {
  const params = new Params();
  params.rowOf("t", object.name);
  const subjects: { readonly person: PersonRow; readonly subject: Context }[] = [];
  for (const person of people) {
    const principal = await loadPrincipal(context.db, context.workspace, person.id);
    if (principal) subjects.push({ person, subject: { ...context, principal } });
  }
  const columns = subjects.flatMap(({ subject }, at) => [
    `(${accessPredicate(subject, object, "read", "t", params)}) as r${at}`,
    `(${accessPredicate(subject, object, "update", "t", params)}) as u${at}`,
  ]);
  const asked = `select ${["t.id", ...columns].join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(record, "uuid")}`;
  const [row] = await context.db.query(params.statement(asked));
  if (!row) return null;
  return subjects.flatMap(({ person, subject }, at) =>
    row[`r${at}`] === true ? [{ person, subject, update: row[`u${at}`] === true }] : [],
  );
}

/** What rests on least: a way of the record's own before one through others. */
async function reasonOf(subject: Context, object: CatalogObject, record: string): Promise<ProofStep> {
  const { because, denied } = await explainRecord(subject, object, record, "read", { inBin: true });
  const [first] = because.toSorted((one, other) => sizeOf(one) - sizeOf(other));
  return first ?? denied[0] ?? { why: "missing", text: { "zh-CN": "", en: "" } };
}
const sizeOf = (step: ProofStep): number =>
  1 + (step.through ?? []).reduce((sum, inner) => sum + sizeOf(inner), 0);
