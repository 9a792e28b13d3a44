import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, UniqueRule } from "../../shared/metadata/object.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { targetsOf } from "../catalog/build-catalog.ts";
import type { Workspace } from "../context.ts";
import { columnsOf, historyOf, HISTORY_COLUMNS, rollupOf, ROW_COLUMNS, tableOf, type Column } from "./names.ts";

/** What the database has: columns by table and the names of indexes, of one schema. */
export interface Existing {
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly indexes: ReadonlySet<string>;
}
export interface Plan {
  /** CREATE TABLE and ADD COLUMN, quick, under a lock timeout. */
  readonly tables: readonly string[];
  /** CREATE INDEX, to be made concurrently where the table has rows. */
  readonly indexes: readonly { readonly name: string; readonly table: string; readonly body: string; readonly unique: boolean }[];
}

/** The statements that bring a schema to what the catalog says. Never drops anything (decision 21). */
export function planSchema(workspace: Workspace, catalog: Catalog, existing: Existing): Plan {
  const tables: string[] = [];
  const indexes: Plan["indexes"][number][] = [];
  for (const object of catalog.objects.values()) {
    if (object.ledger) continue;
    const live = liveColumns(object);
    tables.push(...bring(tableOf(workspace, object.name), `o_${object.name}`, live, existing, { id: "uuid primary key" }));
    tables.push(...bring(historyOf(workspace, object.name), `h_${object.name}`, [...live, ...HISTORY_COLUMNS], existing, { id: "uuid not null" }));
    const rollups = object.fields.filter((field) => field.kind === "rollup");
    if (rollups.length > 0)
      tables.push(...bring(rollupOf(workspace, object.name), `r_${object.name}`, rollups.map(rollupColumn), existing, { id: "uuid primary key" }));
    for (const index of indexesOf(workspace, object)) if (!existing.indexes.has(index.name)) indexes.push(index);
  }
  return { tables, indexes };
}

const columnsIn = new WeakMap<CatalogObject, readonly Column[]>();

/** All columns of a live row, id first. */
export function liveColumns(object: CatalogObject): readonly Column[] {
  const known = columnsIn.get(object);
  if (known) return known;
  const columns = [...object.fields.flatMap((field) => columnsOf(field).map((column) => typed(field, column))), ...ROW_COLUMNS];
  columnsIn.set(object, columns);
  return columns;
}

const storedIn = new WeakMap<CatalogObject, readonly Field[]>();
/** The fields that have columns. */
export function storedFields(object: CatalogObject): readonly Field[] {
  const known = storedIn.get(object);
  if (known) return known;
  const fields = object.fields.filter((field) => columnsOf(field).length > 0);
  storedIn.set(object, fields);
  return fields;
}
const typed = (field: Field, column: Column): Column =>
  field.name === "id" ? { ...column, type: "uuid", nullable: false } : field.name === "version" ? { ...column, type: "integer", nullable: false } : column;
const rollupColumn = (field: Field): Column => ({
  name: field.name,
  type: field.rolls === "date" ? "date" : field.rolls === "datetime" ? "timestamptz" : "numeric",
  nullable: true,
  part: "value",
});

function bring(table: string, bare: string, columns: readonly Column[], existing: Existing, special: Readonly<Record<string, string>>): string[] {
  const spell = (column: Column) => `${ident(column.name)} ${special[column.name] ?? sqlType(column) + (column.nullable ? "" : " not null")}`;
  const known = existing.columns.get(bare);
  const all = columns.some((column) => column.name === "id") ? columns : [{ name: "id", type: "uuid", nullable: false, part: "value" } as const, ...columns];
  if (!known) return [`create table if not exists ${table} (${all.map(spell).join(", ")})`];
  const missing = all.filter((column) => !known.has(column.name));
  return missing.length === 0 ? [] : [`alter table ${table} ${missing.map((column) => `add column if not exists ${spell(column)}`).join(", ")}`];
}
/** Text compares by code point (decision 24). */
const sqlType = (column: Column): string =>
  column.type === "text" || column.type === "text[]"
    ? `${column.type} collate "C"`
    : column.type.includes("primary key")
      ? column.type.replace(" primary key", "")
      : column.type;

function indexesOf(workspace: Workspace, object: CatalogObject): Plan["indexes"] {
  const table = tableOf(workspace, object.name);
  const history = historyOf(workspace, object.name);
  const made: Plan["indexes"][number][] = [];
  const add = (suffix: string, body: string, options: { on?: string; unique?: boolean } = {}) =>
    made.push({ name: indexName(object.name, suffix), table: options.on ?? table, body, unique: options.unique ?? false });
  add("external", `(coalesce(source_system, ''), external_id) where external_id is not null and deleted_at is null`, { unique: true });
  for (const rule of object.unique ?? []) {
    const keys = rule.fields.map((name) => uniqueKey(object.byName[name], name, rule.fold ?? false));
    const needed = rule.with_empty ? rule.fields.slice(-1) : rule.fields;
    const given = needed.map((name) => `${ident(name)} is not null`).join(" and ");
    add(uniqueSuffix(rule), `(${keys.join(", ")})${rule.with_empty ? " nulls not distinct" : ""} where ${given} and deleted_at is null`, { unique: true });
  }
  for (const field of object.fields)
    if (wantsIndex(object, field)) add(field.name, `(${ident(field.kind === "money" ? `${field.name}__base` : field.name)}, id)`);
  add("history_id", `(id, valid_from)`, { on: history });
  const stage = object.stageField;
  if (stage) {
    const carried = ["id", "valid_to", "department", "owner", "deleted_at"].map(ident).join(", ");
    add("history_stage", `(${ident(stage)}, period, valid_from) include (${carried})`, { on: history });
    add("stage_from", `(${ident(stage)}, valid_from) include (id, department, owner, deleted_at)`);
  }
  return made;
}
/** The part of a unique index's name that stands for its rule. */
export const uniqueSuffix = (rule: UniqueRule): string => `${rule.with_empty ? "unique_with_empty" : "unique"}_${rule.fields.join("_")}`;
const uniqueKey = (field: Field | undefined, name: string, fold: boolean): string =>
  fold && field && ["text", "email", "phone", "url"].includes(field.kind) ? `lower(normalize(${ident(name)}, nfkc))` : ident(name);

function wantsIndex(object: CatalogObject, field: Field): boolean {
  if (columnsOf(field).length === 0 || field.name === "id") return false;
  if (field.indexed || field.name === object.title || field.name === object.list.sort.replace(/^-/, "")) return true;
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
