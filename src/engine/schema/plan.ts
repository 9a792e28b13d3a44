import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Workspace } from "../kernel/context.ts";
import {
  columnsOf,
  deltasOf,
  historyOf,
  HISTORY_COLUMNS,
  keptColumns,
  orderColumn,
  rollupOf,
  ROW_COLUMNS,
  tableOf,
  totalsOf,
  type Column,
} from "./names.ts";
import { totalsShape } from "./totals-shape.ts";
import { fillLatest, isWhole, makeLatest, wholeMark } from "./latest-table.ts";
import { WORD_BITS } from "./searched-apart.ts";
import { forgetStaleKeys, nameField } from "./name-order.ts";
import { hasWordBits } from "./word-bits.ts";
import { hasLatest, latestOf } from "./has-latest.ts";
import { indexesOf } from "./plan-indexes.ts";
import type { PlannedIndex } from "./planned-index.ts";
import { retiredIndexes } from "./retired-indexes.ts";
import { totalsIndexes } from "./totals-indexes.ts";

/** What the database has: columns by table and the names of indexes, of one schema. */
export interface Existing {
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly indexes: ReadonlySet<string>;
  /** What is said of a table, by its name. */
  readonly marks: ReadonlyMap<string, string>;
}
export interface Plan {
  /** CREATE TABLE and ADD COLUMN, quick, under a lock timeout. */
  readonly tables: readonly string[];
  /**
   * Narrow tables beside the rows, to be filled once: the statement that brings some rows over, and what is
   * said of the table afterwards.
   */
  readonly fills: readonly { readonly table: string; readonly text: string; readonly mark: string }[];
  /** CREATE INDEX, to be made concurrently where the table has rows. */
  readonly indexes: readonly PlannedIndex[];
  /** Names of indexes that others have taken the place of, to be dropped once those are there. */
  readonly retired: readonly string[];
}

/** The statements that bring a schema to what the catalog says. Never drops what holds data (decision 21). */
export function planSchema(workspace: Workspace, catalog: Catalog, existing: Existing): Plan {
  const tables: string[] = [];
  const indexes: PlannedIndex[] = [];
  const retired: string[] = [];
  const fills: Plan["fills"][number][] = [];
  for (const object of catalog.objects.values()) {
    if (object.ledger) continue;
    const live = liveColumns(object);
    tables.push(
      ...bring(tableOf(workspace, object.name), `o_${object.name}`, live, existing, {
        id: "uuid primary key",
      }),
    );
    const known = existing.columns.get(`o_${object.name}`);
    const field = nameField(object);
    if (field && !known?.has(orderColumn(field))) tables.push(...forgetStaleKeys(workspace, object));
    tables.push(
      ...bring(
        historyOf(workspace, object.name),
        `h_${object.name}`,
        [...live, ...HISTORY_COLUMNS],
        existing,
        { id: "uuid not null" },
      ),
    );
    const rollups = object.fields.filter((field) => field.kind === "rollup" && !field.dropped);
    if (rollups.length > 0)
      tables.push(
        ...bring(rollupOf(workspace, object.name), `r_${object.name}`, rollups.map(rollupColumn), existing, {
          id: "uuid primary key",
        }),
      );
    tables.push(...totalsTables(workspace, object, existing));
    if (hasLatest(object)) {
      const latest = existing.columns.get(`l_${object.name}`);
      const isFilled = isWhole(object, existing.marks.get(`l_${object.name}`));
      if (!isFilled || (hasWordBits(object) && !latest?.has(WORD_BITS)))
        tables.push(...makeLatest(workspace, object, latest));
      if (!isFilled)
        fills.push({
          table: latestOf(workspace, object.name),
          text: fillLatest(workspace, object, FILLED_AT_ONCE),
          mark: wholeMark(object),
        });
    }
    const planned = [...indexesOf(workspace, object), ...totalsIndexes(workspace, object)];
    for (const index of planned) if (!existing.indexes.has(index.name)) indexes.push(index);
    retired.push(
      ...retiredIndexes(object).filter((name) => existing.indexes.has(name)),
      ...noLongerUnique(object, planned, existing),
    );
  }
  return { tables, fills, indexes, retired };
}

const FILLED_AT_ONCE = 10_000;

/** What may stand twice again must not be refused by an index that nothing plans any more. */
function noLongerUnique(
  object: CatalogObject,
  planned: readonly PlannedIndex[],
  existing: Existing,
): readonly string[] {
  const names = new Set(planned.map((index) => index.name));
  return [...existing.indexes].filter(
    (name) => name.startsWith(`${object.name}__unique_`) && !names.has(name),
  );
}

/** Rows of totals are changed again and again in place: there is room for that on their pages. */
function totalsTables(workspace: Workspace, object: CatalogObject, existing: Existing): string[] {
  const shape = totalsShape(object);
  if (!shape) return [];
  const tables = [
    { bare: `t_${object.name}`, name: totalsOf(workspace, object.name), more: " with (fillfactor = 50)" },
    {
      bare: `d_${object.name}`,
      name: deltasOf(workspace, object.name),
      more: " with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)",
    },
  ];
  const spell = (column: Column): string => `${ident(column.name)} ${sqlType(column)}`;
  return tables.flatMap(({ bare, name, more }) => {
    const known = existing.columns.get(bare);
    if (!known) return [`create table if not exists ${name} (${shape.columns.map(spell).join(", ")})${more}`];
    const missing = shape.columns.filter((column) => !known.has(column.name));
    return missing.length === 0
      ? []
      : [
          `alter table ${name} ${missing.map((column) => `add column if not exists ${spell(column)}`).join(", ")}`,
        ];
  });
}

const columnsIn = new WeakMap<CatalogObject, readonly Column[]>();

/** All columns of a live row, id first. */
export function liveColumns(object: CatalogObject): readonly Column[] {
  const known = columnsIn.get(object);
  if (known) return known;
  const columns = [
    ...object.fields.flatMap((field) => keptColumns(field).map((column) => typed(field, column))),
    ...ROW_COLUMNS,
  ];
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
  field.name === "id"
    ? { ...column, type: "uuid", nullable: false }
    : field.name === "version"
      ? { ...column, type: "integer", nullable: false }
      : column;
const rollupColumn = (field: Field): Column => ({
  name: field.name,
  type: field.rolls === "date" ? "date" : field.rolls === "datetime" ? "timestamptz" : "numeric",
  nullable: true,
  part: "value",
});

function bring(
  table: string,
  bare: string,
  columns: readonly Column[],
  existing: Existing,
  special: Readonly<Record<string, string>>,
): string[] {
  const spell = (column: Column) =>
    `${ident(column.name)} ${special[column.name] ?? sqlType(column) + (column.nullable ? "" : " not null")}`;
  const known = existing.columns.get(bare);
  const all = columns.some((column) => column.name === "id")
    ? columns
    : [{ name: "id", type: "uuid", nullable: false, part: "value" } as const, ...columns];
  if (!known) return [`create table if not exists ${table} (${packed(all).map(spell).join(", ")})`];
  const missing = all.filter((column) => !known.has(column.name));
  return missing.length === 0
    ? []
    : [
        `alter table ${table} ${missing.map((column) => `add column if not exists ${spell(column)}`).join(", ")}`,
      ];
}
/**
 * Columns in the order in which a row of them is shortest: those that lie on places of eight bytes, of four,
 * of one, then those of any length. Columns that come later stand behind.
 */
const packed = (columns: readonly Column[]): readonly Column[] =>
  columns.toSorted((one, other) => placeOf(one) - placeOf(other));
function placeOf({ type }: Column): number {
  const [word = ""] = type.split(" ");
  const place = EVERY_BYTES.findIndex((types) => types.includes(word));
  return place < 0 ? EVERY_BYTES.length : place;
}
const EVERY_BYTES: readonly (readonly string[])[] = [
  ["timestamptz", "bigint"],
  ["integer", "date"],
  ["uuid"],
  ["boolean"],
];

/** Text compares by code point (decision 24). */
export const sqlType = (column: Column): string =>
  column.type === "text" || column.type === "text[]"
    ? `${column.type} collate "C"`
    : column.type.includes("primary key")
      ? column.type.replace(" primary key", "")
      : column.type;
