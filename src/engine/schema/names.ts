import { ident } from "../../platform/db/database.ts";
import { COLUMNLESS, type Field } from "../../shared/metadata/field.ts";
import type { Workspace } from "../kernel/context.ts";

/** The live rows of an object: `"w_main"."o_opportunity"`. */
export const tableOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`o_${object}`)}`;
/** Its superseded versions: the same columns and those of `HISTORY_COLUMNS`. */
export const historyOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`h_${object}`)}`;
/** Its roll-ups: one row per parent, one column per roll-up field, primary key id. */
export const rollupOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`r_${object}`)}`;
/**
 * The totals of an object that stands on boards, and what writes have added to them since they were folded.
 */
export const totalsOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`t_${object}`)}`;
export const deltasOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`d_${object}`)}`;
/** A system table of the workspace, e.g. `changes`. */
export const systemTable = (workspace: Workspace, name: string): string =>
  `${ident(workspace.schema)}.${ident(name)}`;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The part of the field it holds; "value" when the field has one column. */
  readonly part: "value" | "object" | "currency" | "base" | "rate_date" | "order";
}

const TYPES: Readonly<Partial<Record<Field["kind"], string>>> = {
  text: "text",
  long_text: "text",
  rich_text: "text",
  integer: "bigint",
  decimal: "numeric",
  percent: "numeric",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
  select: "text",
  multiselect: "text[]",
  person: "uuid",
  department: "uuid",
  phone: "text",
  email: "text",
  url: "text",
  address: "jsonb",
  auto_number: "text",
  file: "uuid[]",
  image: "uuid[]",
  location: "jsonb",
  signature: "uuid[]",
  json: "jsonb",
  stage: "text",
};
const FORMULA_TYPES: Readonly<Record<string, string>> = {
  integer: "numeric",
  decimal: "numeric",
  money: "numeric",
  percent: "numeric",
  text: "text",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
};

const known = new WeakMap<Field, readonly Column[]>();

/**
 * The columns that hold a field, none for children, tags, roll-ups, formulas that the query computes and what
 * was deleted long ago. money → name, name__currency, name__base (company amount), name__rate_date (day of
 * the rate that made it); a link of several targets → name, name__object; several links → both as arrays of
 * the same length.
 */
export function columnsOf(field: Field): readonly Column[] {
  const found = known.get(field);
  if (found) return found;
  const columns = findColumns(field);
  known.set(field, columns);
  return columns;
}

function findColumns(field: Field): readonly Column[] {
  if (field.dropped || COLUMNLESS.includes(field.kind)) return [];
  const one = (type: string): Column[] => [{ name: field.name, type, nullable: true, part: "value" }];
  switch (field.kind) {
    case "formula":
      return field.stored ? one(FORMULA_TYPES[field.returns] ?? "text") : [];
    case "money":
      return [
        ...one("numeric"),
        { name: `${field.name}__currency`, type: "text", nullable: true, part: "currency" },
        { name: `${field.name}__base`, type: "numeric", nullable: true, part: "base" },
        { name: `${field.name}__rate_date`, type: "date", nullable: true, part: "rate_date" },
      ];
    case "link":
      return field.targets.length === 1
        ? one("uuid")
        : [...one("uuid"), { name: `${field.name}__object`, type: "text", nullable: true, part: "object" }];
    case "links":
      return [
        ...one("uuid[]"),
        { name: `${field.name}__object`, type: "text[]", nullable: true, part: "object" },
      ];
    default:
      return one(TYPES[field.kind] ?? "text");
  }
}

/** The column of what a name is sorted by. */
export const orderColumn = (field: Pick<Field, "name">): string => `${field.name}__order`;
/** Whether a value in SQL is what a name is sorted by, and not the name. */
export const isNameOrder = (sql: string): boolean => sql.includes('__order"');
/** What a row keeps of a field: its columns, and what a name is sorted by. */
export const keptColumns = (field: Field): readonly Column[] =>
  field.by_name === true
    ? [...columnsOf(field), { name: orderColumn(field), type: "text", nullable: true, part: "order" }]
    : columnsOf(field);

/** Columns of every live table that are not fields. `recorded` is the change that made this version. */
export const ROW_COLUMNS: readonly Column[] = [
  { name: "valid_from", type: "timestamptz", nullable: false, part: "value" },
  { name: "recorded", type: "bigint", nullable: false, part: "value" },
  { name: "deleted_at", type: "timestamptz", nullable: true, part: "value" },
  { name: "deleted_by", type: "uuid", nullable: true, part: "value" },
];
/**
 * Further columns of history. Alive at T: valid_from <= T and valid_to > T and retracted is null. `period` is
 * year*12+month-1 of valid_to in UTC.
 */
export const HISTORY_COLUMNS: readonly Column[] = [
  { name: "hid", type: "bigint generated always as identity primary key", nullable: false, part: "value" },
  { name: "valid_to", type: "timestamptz", nullable: false, part: "value" },
  { name: "period", type: "integer", nullable: false, part: "value" },
  { name: "retracted", type: "bigint", nullable: true, part: "value" },
];
