import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { pointedAt, pointersOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type {
  FieldHistory,
  FieldValue,
  Version,
  VersionsAnswer,
} from "../../shared/wire/versions.contract.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { titlesFor } from "../changes/titles-for.ts";
import type { Context } from "../kernel/context.ts";
import { fieldNamed } from "../query/chosen-fields.ts";
import { get } from "../query/get.ts";
import { badRequest, notFound } from "../query/messages.ts";
import { objectOf } from "../query/object-of.ts";
import { presenter, type FoundRow } from "../query/present.ts";
import { sameValue } from "../values/row-values.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { historyOf, systemTable, tableOf } from "../schema/names.ts";
import { liveColumns } from "../schema/plan.ts";

const STAMPS = new Set(["id", "version", "updated_at", "updated_by", "created_at", "created_by"]);

/**
 * The states of one record, newest first; `cursor` is the `from` of the last one seen. 404 for what may not
 * be seen today.
 */
export async function readVersions(
  context: Context,
  name: string,
  id: string,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<Result<VersionsAnswer>> {
  const known = await seen(context, name, id);
  if (!known.ok) return known;
  const object = known.value;
  const rows = await versionRows(context, object, id, page.cursor, page.limit + 1);
  const states = rows.map(stateOf(context, object));
  const titles = await titlesFor(
    context,
    states.flatMap(({ values }) => linksOf(object, values)),
  );
  const data = states.slice(0, page.limit).map((state, at) => ({
    ...state,
    titles: titlesOf(object, state.values, titles),
    changed: [
      ...changedFrom(context, object, states[at + 1]?.values, state.values),
      ...Object.keys(state.lines),
    ],
  }));
  return accept({ data, page: { next: rows.length > page.limit ? (data.at(-1)?.from ?? null) : null } });
}

const MOST_STATES = 2000;

/**
 * The values that one field has had, newest first, each with who gave it. 400 for a field the caller may not
 * see.
 */
export async function readFieldHistory(
  context: Context,
  name: string,
  id: string,
  fieldName: string,
): Promise<Result<FieldHistory>> {
  const known = await seen(context, name, id);
  if (!known.ok) return known;
  const object = known.value;
  const field = fieldNamed(object, fieldName);
  if (!field || fieldRight(context, object, field.name) === "hidden")
    return badRequest("unknown_field", "field", { name: fieldName.slice(0, 60) });
  const states = (await versionRows(context, object, id, undefined, MOST_STATES))
    .map(stateOf(context, object))
    .filter(({ deleted }) => !deleted);
  const titles = await titlesFor(
    context,
    states.flatMap(({ values }) => linksOf(object, values)),
  );
  const data: FieldValue[] = [];
  for (const { values, deleted: _deleted, lines: _lines, ...state } of states.toReversed()) {
    const value = values[field.name] ?? null;
    const last = data[0];
    if (last && sameValue(last.value, value)) {
      data[0] = { ...last, to: state.to };
      continue;
    }
    const title = titlesOf(object, { [field.name]: value }, titles)[field.name];
    data.unshift({
      version: state.version,
      from: state.from,
      to: state.to,
      by: state.by,
      road: state.road,
      value,
      ...(typeof title === "string" ? { title } : {}),
    });
  }
  return accept({ field: field.name, data });
}

/**
 * The moment at which a version of a record began; undefined where there is no such version. Whether it may
 * be seen is `get`'s to say.
 */
export async function versionMoment(
  context: Context,
  object: CatalogObject,
  id: string,
  version: number,
): Promise<string | undefined> {
  const [row] = await context.db.query<{ from: string }>({
    text: `select v.valid_from as "from" from (${believed(context, object, ["valid_from", "version"])}) v where v.version = $2 order by v.valid_from desc limit 1`,
    values: [id, version],
  });
  return row?.from;
}

/** One state, found by its first moment. */
export async function versionAt(
  context: Context,
  object: CatalogObject,
  id: string,
  from: string,
): Promise<Values | undefined> {
  const [row] = await versionRows(context, object, id, undefined, 1, from);
  return row && stateOf(context, object)(row).values;
}

async function seen(context: Context, name: string, id: string): Promise<Result<CatalogObject>> {
  const known = objectOf(context, name);
  if (!known.ok) return known;
  if (known.value.ledger) return notFound();
  const found = await get(context, known.value, id, { deleted: true });
  return found.ok ? known : found;
}

const believed = (context: Context, object: CatalogObject, columns: readonly string[]): string => {
  const names = columns.map(ident).join(", ");
  return `select ${names}, null::timestamptz as valid_to from ${tableOf(context.workspace, object.name)} where id = $1::uuid
    union all select ${names}, valid_to from ${historyOf(context.workspace, object.name)} where id = $1::uuid and retracted is null`;
};

function versionRows(
  context: Context,
  object: CatalogObject,
  id: string,
  before: string | undefined,
  limit: number,
  at?: string,
): Promise<StateRow[]> {
  const columns = liveColumns(object).map(({ name }) => name);
  return context.db.query<StateRow>({
    text: `select v.*, c.actor as _actor, c.actor_kind as _actor_kind, c.road as _road, u.name as _author,
      (select jsonb_object_agg(list, c.after -> list) from unnest($5::text[]) list where c.after ? list) as _lines from (${believed(context, object, columns)}) v
      left join ${systemTable(context.workspace, "changes")} c on c.seq = v.recorded and c.record = v.id left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor
      where ($2::timestamptz is null or v.valid_from < $2) and ($4::timestamptz is null or v.valid_from = $4) order by v.valid_from desc limit $3`,
    values: [id, before ?? null, limit, at ?? null, listsOf(context, object)],
  });
}

/** The fields that list lines, of those the caller may read. */
const listsOf = (context: Context, object: CatalogObject): string[] =>
  object.fields.flatMap(({ kind, name }) =>
    kind === "children" && isReadable(fieldRight(context, object, name)) ? [name] : [],
  );

type State = Omit<Version, "titles" | "changed">;
/** The record's columns, and who wrote them by which road. */
type StateRow = FoundRow & {
  readonly version: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly deleted_at: string | null;
  readonly _actor: string | null;
  readonly _author: string | null;
  readonly _actor_kind: string | null;
  readonly _road: string | null;
  readonly _lines: Values | null;
};
function stateOf(context: Context, object: CatalogObject): (row: StateRow) => State {
  const show = presenter(context, object);
  return (row) => {
    const { deleted_at: deleted, deleted_by: _by, ...shown } = row;
    return {
      version: Number(row.version),
      from: row.valid_from,
      to: row.valid_to,
      deleted: typeof deleted === "string",
      by: { id: row._actor, name: row._author, kind: row._actor_kind },
      road: row._road,
      values: show(shown),
      lines: row._lines ?? {},
    };
  };
}

/** A masked value that changes is not told: that it changed would be. */
function changedFrom(
  context: Context,
  object: CatalogObject,
  before: Values | undefined,
  after: Values,
): string[] {
  return Object.keys(after).filter(
    (name) =>
      !STAMPS.has(name) &&
      isReadable(fieldRight(context, object, name)) &&
      !sameValue(before?.[name] ?? null, after[name]),
  );
}

const linksOf = (object: CatalogObject, values: Values): { object: string; id: string }[] =>
  object.fields.flatMap((field) => pointersIn(field, values));
const pointersIn = (field: Field, values: Values) =>
  pointedAt(field).length > 0 ? pointersOf(values[field.name], pointedAt(field)[0] ?? "") : [];
function titlesOf(object: CatalogObject, values: Values, known: ReadonlyMap<string, string>): Values {
  const titles: Values = {};
  for (const field of object.fields) {
    const found = pointersIn(field, values).map(({ id }) => known.get(id) ?? null);
    if (field.kind === "links" && found.length > 0) titles[field.name] = found;
    else if (found[0]) titles[field.name] = found[0];
  }
  return titles;
}
