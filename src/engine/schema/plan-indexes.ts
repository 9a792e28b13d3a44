import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { type CatalogObject, parentOf, type UniqueRule } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Workspace } from "../kernel/context.ts";
import { totalsKey, totalsShape } from "./totals-shape.ts";
import { columnsOf, historyOf, tableOf, totalsOf } from "./names.ts";
import { SEARCHED_APART, WORD_BITS } from "./searched-apart.ts";

export interface PlannedIndex {
  readonly name: string;
  readonly table: string;
  /** What follows the table's name. */
  readonly body: string;
  readonly unique: boolean;
}

/**
 * The indexes of an object: what is unique, what lists are sorted and found by in every scope, and what held
 * at a moment.
 */
export function indexesOf(workspace: Workspace, object: CatalogObject): readonly PlannedIndex[] {
  const table = tableOf(workspace, object.name);
  const on = (
    suffix: string,
    body: string,
    options: { on?: string; unique?: boolean } = {},
  ): PlannedIndex => ({
    name: indexName(object.name, suffix),
    table: options.on ?? table,
    body,
    unique: options.unique ?? false,
  });
  return [
    on(
      "external",
      `(coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null`,
      { unique: true },
    ),
    ...(object.unique ?? []).map((rule) =>
      on(uniqueSuffix(rule), uniqueBody(object, rule), { unique: true }),
    ),
    ...object.fields.flatMap((field) =>
      fieldIndex(object, field).map(({ suffix, body }) => on(suffix, body)),
    ),
    ...stageOrders(object).map((column) =>
      on(
        `stage_by_${column}`,
        `(${names([object.stageField ?? "", column, "id"])}) include (${names(SCOPE)})`,
      ),
    ),
    on("bin", `(deleted_at) where deleted_at is not null`),
    ...(hasLatest(object)
      ? latestIndexes(object).map(({ suffix, body }) =>
          on(suffix, body, { on: latestOf(workspace, object.name) }),
        )
      : heldIndexes(object, on)),
    ...versionIndexes(workspace, object, on),
  ];
}
type On = (suffix: string, body: string, options?: { on?: string }) => PlannedIndex;

/** What held at a moment, where the rows themselves are asked. */
function heldIndexes(object: CatalogObject, on: On): readonly PlannedIndex[] {
  const stamp = stampColumn(object);
  return [
    on("held", `(valid_from) include (${names(["id", ...carriedThen(object)])})`),
    ...(stamp === undefined
      ? []
      : [
          on(
            `older`,
            `(valid_from) include (${names(["id", stamp, ...whose(object)])}) where ${ident(stamp)} > valid_from`,
          ),
        ]),
  ];
}
/**
 * In the order of the last change: of all, of an owner, of a department; and the few that are believed to be
 * older than their stamp.
 */
function latestIndexes(object: CatalogObject): readonly { readonly suffix: string; readonly body: string }[] {
  const more = object.stageField ? [object.stageField] : [];
  return [
    // With the bits of words a list that is searched passes by records without a look at their rows.
    ...(hasWords(object)
      ? [
          {
            suffix: "latest_with_words",
            body: `(updated_at, id) include (${names([...SCOPE, ...more, WORD_BITS])})`,
          },
        ]
      : [{ suffix: "latest", body: `(updated_at, id) include (${names([...SCOPE, ...more])})` }]),
    {
      suffix: "latest_of_owner",
      body: `(owner, updated_at, id) include (${names(["deleted_at", ...more])})`,
    },
    {
      suffix: "latest_of_department",
      body: `(department, updated_at, id) include (${names(["deleted_at", ...more])})`,
    },
    ...more.map((stage) => ({
      suffix: `latest_of_${stage}`,
      body: `(${names([stage, "updated_at", "id"])}) include (${names(SCOPE)})`,
    })),
    {
      suffix: "latest_older",
      body: `(valid_from) include (${names(["id", "updated_at", ...SCOPE])}) where updated_at > valid_from`,
    },
  ];
}

function versionIndexes(workspace: Workspace, object: CatalogObject, on: On): readonly PlannedIndex[] {
  const history = { on: historyOf(workspace, object.name) };
  const stamp = stampColumn(object);
  const more = object.stageField ? [object.stageField, "deleted_at"] : ["deleted_at"];
  const versions = ["period", "valid_from", "valid_to", "retracted", ...more];
  const ordered = [...sumColumns(object), ...(stamp === undefined ? [] : [stamp])];
  return [
    on("history_id", `(id, valid_from)`, history),
    on(
      "history_held",
      `(period, valid_from) include (${names(["id", "valid_to", "retracted", ...carriedThen(object)])})`,
      history,
    ),
    ...ordered.map((column) =>
      on(`history_in_order_of_${column}`, `(${names([column, "id"])}) include (${names(versions)})`, history),
    ),
    ...(stamp === undefined
      ? []
      : [
          on(
            `history_older`,
            `(valid_from) include (${names(["id", stamp, "period", "valid_to", "retracted", ...whose(object)])}) where ${ident(stamp)} > valid_from`,
            history,
          ),
        ]),
  ];
}

/** One row for each key, empty values included: what is folded finds its row. */
export function totalsIndexes(workspace: Workspace, object: CatalogObject): readonly PlannedIndex[] {
  const shape = totalsShape(object);
  if (!shape) return [];
  const table = totalsOf(workspace, object.name);
  return [
    {
      name: indexName(object.name, "totals"),
      table,
      body: `(${names(totalsKey(shape))}) nulls not distinct`,
      unique: true,
    },
    { name: indexName(object.name, "totals_owner"), table, body: `(owner)`, unique: false },
    { name: indexName(object.name, "totals_department"), table, body: `(department)`, unique: false },
  ];
}

/** Indexes that earlier versions made and others have taken the place of. */
export function retiredIndexes(object: CatalogObject): readonly string[] {
  const planned = new Set(
    object.fields.flatMap((field) => fieldIndex(object, field).map(({ suffix }) => suffix)),
  );
  const indexed = object.fields.filter((field) => wantsIndex(object, field));
  const earlier = indexed
    .flatMap((field) => [field.name, `by_${field.name}`])
    .filter((suffix) => !planned.has(suffix));
  const stamp = stampColumn(object);
  const past = [...sumColumns(object), ...(stamp === undefined ? [] : [stamp])].map(
    (column) => `history_by_${column}`,
  );
  const moments = hasLatest(object) ? ["held", "older"] : [];
  const narrow = hasLatest(object) && hasWords(object) ? ["latest"] : [];
  return [...earlier, ...past, ...moments, ...narrow, "history_stage", "stage_from"].map((suffix) =>
    indexName(object.name, suffix),
  );
}

/**
 * How rows are found by a field. Where sight follows owner and department, usual sort keys carry both, the
 * stage and the choices that lists are filtered by, so that the keys of a page come from the index alone.
 * What a record is of (owner, account, a choice) leads an index of its own without the id: equal keys are
 * kept once. No index of the rows holds what every change sets.
 */
function fieldIndex(
  object: CatalogObject,
  field: Field,
): readonly { readonly suffix: string; readonly body: string }[] {
  if (!wantsIndex(object, field)) return [];
  const column = keyColumn(field);
  // What is about a record, found by any of those that a list names; most records name none.
  if (field.kind === "links")
    return [
      {
        suffix: `of_${field.name}`,
        body: `using gin (${ident(column)}) with (fastupdate = off) where ${ident(column)} is not null`,
      },
    ];
  if (!isScoped(object)) return [{ suffix: field.name, body: `(${ident(column)}, id)` }];
  if (hasLatest(object) && field.name === "updated_at") return [];
  if (field.name === "owner" || field.name === "department")
    return [
      {
        suffix: `of_${field.name}`,
        body: `(${names([column, ...(object.stageField ? [object.stageField] : [])])})`,
      },
    ];
  if (field.name === object.stageField && stageOrders(object).length > 0) return [];
  if (
    sortColumn(object).includes(column) ||
    (object.list.columns.includes(field.name) && ORDERED.includes(field.kind))
  ) {
    const carried = carriedNow(object).filter((name) => name !== column);
    return [
      { suffix: `in_order_of_${field.name}`, body: `(${names([column, "id"])}) include (${names(carried)})` },
    ];
  }
  if (targetsOf(field).length > 0 || field.kind === "select" || field.kind === "stage")
    return [{ suffix: `of_${field.name}`, body: `(${ident(column)})` }];
  return [{ suffix: field.name, body: `(${ident(column)}, id)` }];
}

const SCOPE: readonly string[] = ["owner", "department", "deleted_at"];
/** The days that a column of a board is read in the order of. */
const stageOrders = (object: CatalogObject): readonly string[] =>
  object.stageField === undefined || !isScoped(object)
    ? []
    : object.fields
        .filter((field) => field.kind === "date" && object.list.columns.includes(field.name))
        .map((field) => field.name);

const ORDERED: readonly Field["kind"][] = ["money", "date", "datetime", "integer", "decimal", "percent"];
export const isScoped = (object: CatalogObject): boolean =>
  object.sharing === "owner" || parentOf(object.sharing)?.or_owner === true;
const keyColumn = (field: Field): string => (field.kind === "money" ? `${field.name}__base` : field.name);
const names = (columns: readonly string[]): string => columns.map(ident).join(", ");

/** The column of the first key that lists are sorted by. */
function sortColumn(object: CatalogObject): readonly string[] {
  const [first = ""] = object.list.sort.split(",");
  const field = object.byName[first.trim().replace(/^-/, "")];
  return field && columnsOf(field).length > 0 && targetsOf(field).length === 0 ? [keyColumn(field)] : [];
}
/** Whose it is and where it stands. */
const whose = (object: CatalogObject): readonly string[] => [
  "owner",
  "department",
  ...(object.stageField ? [object.stageField] : []),
  "deleted_at",
];
/** Narrow columns that lists filter by, whatever they are sorted by. */
function carriedNow(object: CatalogObject): readonly string[] {
  const chosen = object.fields
    .filter((field) => field.kind === "select" && field.indexed === true)
    .map((field) => field.name);
  return [...new Set([...whose(object), ...chosen])].slice(0, MOST_CARRIED);
}
/** What totals of a moment are made of. */
function carriedThen(object: CatalogObject): readonly string[] {
  const listed = object.fields.filter(
    (field) =>
      object.list.columns.includes(field.name) && ORDERED.includes(field.kind) && columnsOf(field).length > 0,
  );
  const pipeline = object.stageField && object.byName["pipeline"] ? ["pipeline"] : [];
  return [
    ...new Set([
      ...whose(object),
      ...pipeline,
      ...listed.flatMap((field) => columnsOf(field).map((column) => column.name)),
      ...timely(object),
    ]),
  ].slice(0, MOST_CARRIED);
}
const timely = (object: CatalogObject): readonly string[] =>
  sortColumn(object).filter((column) => object.byName[column]?.kind === "datetime");
/** The moment that lists of the object are sorted by, where every write sets it. */
export const stampColumn = (object: CatalogObject): string | undefined =>
  object.ledger
    ? undefined
    : sortColumn(object).find((column) => column === "updated_at" || column === "created_at");
/** The narrow table beside the rows that keeps what every change sets: see latest-table.ts. */
export const hasLatest = (object: CatalogObject): boolean =>
  !object.ledger && isScoped(object) && stampColumn(object) === "updated_at";
export const latestOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`l_${object}`)}`;
const hasWords = (object: CatalogObject): boolean => SEARCHED_APART.includes(object.name);
const sumColumns = (object: CatalogObject): readonly string[] =>
  object.fields
    .filter((field) => field.kind === "money" && object.list.columns.includes(field.name))
    .map(keyColumn);
/** PostgreSQL allows 32 columns in an index. */
const MOST_CARRIED = 24;

function uniqueBody(object: CatalogObject, rule: UniqueRule): string {
  const keys = rule.fields.map((name) => uniqueKey(object.byName[name], name, rule.fold ?? false));
  const needed = rule.with_empty ? rule.fields.slice(-1) : rule.fields;
  const given = needed.map((name) => `${ident(name)} is not null`).join(" and ");
  return `(${keys.join(", ")})${rule.with_empty ? " nulls not distinct" : ""} where ${given} and deleted_at is null`;
}
/** The part of a unique index's name that stands for its rule. */
export const uniqueSuffix = (rule: UniqueRule): string =>
  `${rule.with_empty ? "unique_with_empty" : "unique"}_${rule.fields.join("_")}`;
const uniqueKey = (field: Field | undefined, name: string, fold: boolean): string =>
  fold && field && ["text", "email", "phone", "url"].includes(field.kind)
    ? `lower(normalize(${ident(name)}, nfkc))`
    : ident(name);

function wantsIndex(object: CatalogObject, field: Field): boolean {
  if (columnsOf(field).length === 0 || field.name === "id") return false;
  if (field.indexed || field.name === object.title || field.name === object.list.sort.replace(/^-/, ""))
    return true;
  return targetsOf(field).length > 0 && field.name !== "created_by" && field.name !== "updated_by";
}

/** PostgreSQL keeps 63 characters: long names end in a digest of the whole. */
export function indexName(object: string, suffix: string): string {
  const whole = `${object}__${suffix}`;
  if (whole.length <= 60) return whole;
  let hash = 5381;
  for (const char of whole) hash = (hash * 33 + (char.codePointAt(0) ?? 0)) >>> 0;
  return `${whole.slice(0, 50)}_${hash.toString(36)}`;
}
