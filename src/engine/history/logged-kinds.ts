import type { Transaction } from "../../platform/db/database.ts";
import type { Field, FieldDefinition } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import type { Context } from "../kernel/context.ts";
import { conversionOf } from "../definitions/convert-sql.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { columnsOf, systemTable } from "../schema/names.ts";

/** One change of the kind of a field, by its place in the log. */
interface KindChanged {
  readonly seq: number;
  readonly object: string;
  readonly name: string;
  readonly before: FieldDefinition;
  readonly after: FieldDefinition;
}
/** Gives changes as they would have been logged with the kinds that fields have now. */
export type AsNow = (changes: readonly LoggedChange[]) => Promise<readonly LoggedChange[]>;

/**
 * The log keeps values as they were written; rows and versions were converted when the kind of their field
 * changed. A replay converts what was logged before that by the same statement.
 */
export async function loggedKinds(tx: Transaction, context: Context): Promise<AsNow> {
  const table = (name: string): string => systemTable(context.workspace, name);
  const all = await tx.query<KindChanged>({
    text: `select c.seq, d.object, d.name, c.before -> 'definition' as before, c.after -> 'definition' as after
      from ${table("changes")} c join ${table("o_field_definition")} d on d.id = c.record
      where c.object = 'field_definition' and c.kind = 'update' and c.before -> 'definition' ->> 'kind' <> c.after -> 'definition' ->> 'kind' order by c.seq`,
  });
  if (all.length === 0) return async (changes) => changes;
  return async (changes) => {
    let page = changes;
    for (const one of all) page = await converted(tx, context, one, page);
    return page;
  };
}

/** What of a change says something of the field: after, before, and told states of the past. */
const placesIn = (change: LoggedChange): readonly Values[] => {
  const past = change.note?.["past"];
  const states = Array.isArray(past)
    ? past.flatMap((state: WireValue) => (isMap(state) && isMap(state["values"]) ? [state["values"]] : []))
    : [];
  return [change.after, change.before, ...states].filter((values): values is Values => isMap(values));
};

async function converted(
  tx: Transaction,
  context: Context,
  kind: KindChanged,
  changes: readonly LoggedChange[],
): Promise<readonly LoggedChange[]> {
  const { object, name, seq } = kind;
  const isConcerned = (change: LoggedChange): boolean =>
    change.object === object &&
    change.seq < seq &&
    placesIn(change).some((values) => Object.hasOwn(values, name) && values[name] !== null);
  if (!changes.some(isConcerned)) return changes;
  const copies = changes.map((change) => (isConcerned(change) ? structuredClone(change) : change));
  const places = copies
    .filter(isConcerned)
    .flatMap((change) =>
      placesIn(change).filter((values) => Object.hasOwn(values, name) && values[name] !== null),
    );
  const found = await convertValues(
    tx,
    context,
    kind,
    places.map((values) => values[name] ?? null),
  );
  places.forEach((values, at) => (values[name] = found[at] ?? null));
  return copies;
}

async function convertValues(
  tx: Transaction,
  context: Context,
  { name, before, after }: KindChanged,
  values: readonly WireValue[],
): Promise<readonly WireValue[]> {
  const column = (definition: FieldDefinition): string =>
    columnsOf({ ...definition, name } satisfies Field)[0]?.type ?? "text";
  const sql = conversionOf("t.held", before, after, context.company.zone);
  if (sql === undefined) return values;
  const held =
    before.kind === "multiselect"
      ? "(select array_agg(one) from jsonb_array_elements_text(e.value) as one)"
      : `(e.value #>> '{}')::${column(before)}`;
  // Exact numbers travel as text.
  const isExact = after.kind === "decimal" || after.kind === "percent";
  const rows = await tx.query<{ value: WireValue }>({
    text: `select to_jsonb(${isExact ? `(${sql})::text` : sql}) as value from (select e.n, ${held} as held from jsonb_array_elements($1::jsonb) with ordinality as e(value, n)) t order by t.n`,
    values: [JSON.stringify(values)],
  });
  return rows.map(({ value }) => value);
}
