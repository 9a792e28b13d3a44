import { randomUUID } from "node:crypto";
import type { Statement } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { readAsOf } from "./as-of.ts";
import { chosenFields } from "./chosen-fields.ts";
import { expand, readExpansions } from "./expand.ts";
import { StatementCache } from "./kept-statements.ts";
import { notFound } from "./messages.ts";
import { outputs, titleOutputs } from "./outputs.ts";
import { Params } from "../kernel/params.ts";
import { binOutputs, present, type FoundRow } from "./present.ts";
import { keepStanding, standingOutputs } from "./record-standing.ts";
import type { Reading } from "./reading.ts";
import { accessAt, allOf, source } from "./source.ts";

export interface GetOptions {
  readonly expand?: readonly string[];
  readonly titles?: boolean;
  readonly as_of?: string;
  /** Also when it is in the recycle bin. */
  readonly deleted?: boolean;
}
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * One record as the caller may see it, now or as of a moment. 404 for what is not there and for what may not
 * be seen.
 */
export async function get(
  context: Context,
  object: CatalogObject,
  id: string,
  options: GetOptions = {},
): Promise<Result<Values>> {
  const asOf = readAsOf(context, options.as_of);
  if (!asOf.ok) return asOf;
  if (!UUID.test(id)) return notFound();
  const expansions = readExpansions(context, object, options.expand);
  if (!expansions.ok) return expansions;
  const [row] = await context.db.query<FoundRow>(getStatement(context, object, id, options, asOf.value));
  if (!row) return notFound();
  const [record] = await expand(
    { db: context.db, context, asOf: asOf.value },
    object,
    [present(context, object, row)],
    expansions.value,
  );
  if (!record) return notFound();
  keepStanding(context, object, record, row);
  return accept(record);
}

/** By primary key and so safe to name: its plan never depends on the values. */
export function getStatement(
  context: Context,
  object: CatalogObject,
  id: string,
  options: GetOptions,
  asOf: string | undefined,
): Statement {
  if (asOf !== undefined) return makeStatement(context, object, id, options, asOf);
  const question = `${object.name} ${options.titles ? "titles" : ""} ${options.deleted ? "deleted" : ""}`;
  const { place, ...statement } = kept.make(context, question, (timeless) =>
    withPlace(timeless, object, options),
  );
  // Who may see none asks for none.
  return place < 0 ? statement : { ...statement, values: statement.values.with(place, id) };
}
const kept = new StatementCache<
  Statement & { readonly values: readonly unknown[]; readonly place: number }
>();

/**
 * The statement of any record. An id that nothing else has keeps a place of its own: that of the caller's own
 * record would share the place of the caller.
 */
function withPlace(context: Context, object: CatalogObject, options: GetOptions) {
  const any = randomUUID();
  const { values = [], ...statement } = makeStatement(context, object, any, options, undefined);
  return { ...statement, values, place: values.indexOf(any) };
}

function makeStatement(
  context: Context,
  object: CatalogObject,
  id: string,
  options: GetOptions,
  asOf: string | undefined,
): Statement {
  const params = new Params();
  params.rowOf("t", object.name);
  const reading: Reading = { context, params, ...(asOf === undefined ? {} : { asOf }) };
  const key = `t."id" = ${params.add(id, "uuid")}`;
  const shown = shownColumns(reading, object, options);
  const where = allOf([
    key,
    ...(options.deleted ? [] : [`t."deleted_at" is null`]),
    accessAt(reading, object, "read", "t"),
  ]);
  const statement = params.statement(`select ${shown} from ${source(reading, object)} t where ${where}`);
  return asOf === undefined ? { ...statement, name: "get", findsOne: true } : statement;
}

function shownColumns(reading: Reading, object: CatalogObject, options: GetOptions): string {
  const { context } = reading;
  const fields = chosenFields(context, object, undefined);
  const readable = fields.ok
    ? [...fields.value, ...object.fields.filter((field) => field.kind === "tags")]
    : [];
  const shown = [
    ...outputs(reading, "t", object, readable),
    ...(options.deleted ? binOutputs("t") : []),
    ...(options.titles ? titleOutputs(reading, "t", object, readable) : []),
    ...standingOutputs(reading, "t", object),
  ];
  return shown.join(", ");
}
