import { type Executor, ident } from "../../../../platform/db/database.ts";
import { type Context, Params, accessPredicate, columnsOf, tableOf } from "../../../../engine/public.ts";
import { integer, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { unreadableMatch } from "./unreadable-match.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { isMap, linkedId } from "../../../../shared/metadata/wire-value.ts";

/** The record that a row is about. */
export interface Match {
  readonly id: string;
  readonly pipeline: string | null;
  readonly department: string | null;
  readonly stage: string | null;
  readonly created_at: string;
}
export type Matched =
  | { readonly is: "one"; readonly match: Match }
  | { readonly is: "several"; readonly count: number };

/** The values of the match fields of a row; null when one of them is empty: such a row is new. */
export function matchKey(fields: readonly string[], values: Values): readonly WireValue[] | null {
  const key = fields.map((name) => plain(values[name] ?? null));
  return fields.length === 0 || key.some((value) => value === null || value === "") ? null : key;
}
/** A link of several targets is compared by its id. */
const plain = (value: WireValue): WireValue => (isMap(value) && "id" in value ? linkedId(value) : value);

const matched = {
  position: integer,
  id: uuid,
  pipeline: orNull(text),
  department: orNull(text),
  stage: orNull(text),
  created_at: timestamptz,
};
/** The living records that have these values, one statement for all rows. By position in `keys`. */
export async function findMatches(
  db: Executor,
  context: Context,
  object: CatalogObject,
  fields: readonly string[],
  keys: readonly (readonly WireValue[] | null)[],
): Promise<ReadonlyMap<number, Matched>> {
  const wanted = keys.flatMap((key, position) =>
    key ? [{ position, ...Object.fromEntries(fields.map((name, index) => [name, key[index] ?? null])) }] : [],
  );
  // Rights may have changed since the import began. Nothing is matched then, and the rows fail by the right
  // on the field itself.
  if (wanted.length === 0 || unreadableMatch(context, object, fields).length > 0) return new Map();
  const params = new Params();
  const columns = fields.map((name) => columnOf(object, name));
  const equal = columns.map(({ name }) => `t.${ident(name)} = w.${ident(name)}`).join(" and ");
  const extra = ["pipeline", "department", object.stageField ?? ""].map((name) =>
    object.byName[name] ? `t.${ident(name)}::text` : "null",
  );
  const asked = `select w.position, t.id, ${extra[0]} as pipeline, ${extra[1]} as department, ${extra[2]} as stage, t.created_at
      from json_to_recordset(${params.add(JSON.stringify(wanted), "text")}::json) as w(position integer, ${columns.map(({ name, type }) => `${ident(name)} ${type}`).join(", ")})
      join ${tableOf(context.workspace, object.name)} t on ${equal}
      where ${sourceOf(fields)}t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`;
  const rows = await db.query({ ...params.statement(asked), columns: matched });
  const found = new Map<number, Matched>();
  for (const { position, ...match } of rows) {
    const known = found.get(position);
    if (known) found.set(position, { is: "several", count: known.is === "several" ? known.count + 1 : 2 });
    else found.set(position, { is: "one", match });
  }
  return found;
}

/**
 * An external id is unique within its source system; without one named it is that of no system, as its index
 * has it.
 */
const sourceOf = (fields: readonly string[]): string =>
  fields.includes("external_id") && !fields.includes("source_system")
    ? "coalesce(t.source_system, '') = '' and "
    : "";

function columnOf(object: CatalogObject, name: string): { name: string; type: string } {
  const field = object.byName[name];
  const [column] = name === "id" ? [{ name: "id", type: "uuid" }] : field ? columnsOf(field) : [];
  if (!column) throw new Error(`${object.name}.${name} cannot be matched`);
  return column;
}
