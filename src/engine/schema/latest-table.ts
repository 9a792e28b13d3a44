import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { type Column, columnsOf, tableOf } from "./names.ts";
import { latestOf } from "./has-latest.ts";
import { WORD_BITS } from "./searched-apart.ts";
import { bitsOfRecord, hasWordBits, maintainWordBits, WORD_BITS_TYPE } from "./word-bits.ts";

/*
 * When each record was changed last, and whose it is: a narrow table beside the rows. Every change sets these
 * moments, so an index of the rows that held one would have to be written by every change, and all others
 * with it: PostgreSQL changes a row in place (HOT) only where no index names what is changed. A trigger keeps
 * it, so whoever writes a row, an older version of the program too, keeps it right.
 *
 * It carries the amounts and days of the program's own indexed fields as well, without an index: a list in
 * the order of the last change that asks for them passes by hundreds of records until it has a page, and sums
 * of a moment read all of them.
 */
const columnsIn = new WeakMap<CatalogObject, readonly string[]>();
/** What of a row stands in the narrow table. */
export function latestColumns(object: CatalogObject): readonly string[] {
  const known = columnsIn.get(object);
  if (known) return known;
  const columns = [...soughtBy(object), ...carried(object).map(({ name }) => name)];
  columnsIn.set(object, columns);
  return columns;
}

/** What records are sought by in the narrow table. */
export const soughtBy = (object: CatalogObject): readonly string[] => [
  "id",
  "updated_at",
  "valid_from",
  "owner",
  "department",
  "deleted_at",
  ...(object.stageField ? [object.stageField] : []),
];
/** What workspaces change does not change it: it would be filled anew while people wait. */
function carried(object: CatalogObject): readonly Column[] {
  const fields = object.fields.filter(
    (field) =>
      field.indexed === true && field.custom !== true && (field.kind === "money" || field.kind === "date"),
  );
  return fields.flatMap((field) => columnsOf(field).filter(({ part }) => part !== "rate_date"));
}

/** Said of the table once it holds every row: which columns it was filled with. */
export const wholeMark = (object: CatalogObject): string => `whole: ${latestColumns(object).join(" ")}`;
export const isWhole = (object: CatalogObject, mark: string | undefined): boolean => {
  const filled = new Set((mark ?? "").replace("whole: ", "").split(" "));
  return latestColumns(object).every((column) => filled.has(column));
};

const TYPES: Readonly<Record<string, string>> = {
  id: "uuid primary key",
  updated_at: "timestamptz",
  valid_from: "timestamptz",
  owner: "uuid",
  department: "uuid",
  deleted_at: "timestamptz",
};
function typeOf(object: CatalogObject, column: string): string {
  const type = TYPES[column] ?? carried(object).find(({ name }) => name === column)?.type ?? "text";
  return type === "text" ? `text collate "C"` : type;
}
const names = (columns: readonly string[]): string => columns.map(ident).join(", ");

/** The table and what keeps it, as statements that may run again. `known`: the columns that it has. */
export function makeLatest(
  workspace: Workspace,
  object: CatalogObject,
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  const columns = latestColumns(object);
  const table = latestOf(workspace, object.name);
  const live = tableOf(workspace, object.name);
  const keeper = `${ident(workspace.schema)}.${ident(`keep_l_${object.name}`)}`;
  const spell = (column: string): string =>
    `${ident(column)} ${column === WORD_BITS ? WORD_BITS_TYPE : typeOf(object, column)}`;
  const [, ...rest] = columns;
  const stored = [...columns, ...(hasWordBits(object) ? [WORD_BITS] : [])];
  const missing = stored.filter((column) => known && !known.has(column));
  const put = (
    more: string,
    values: string,
  ): string => `insert into ${table} (${names(columns)}${more}) values (${columns.map((column) => `new.${ident(column)}`).join(", ")}${values})
      on conflict (id) do update set ${rest.map((column) => `${ident(column)} = excluded.${ident(column)}`).join(", ")};`;
  const differs = `(${rest.map((column) => `old.${ident(column)}`).join(", ")}) is distinct from (${rest.map((column) => `new.${ident(column)}`).join(", ")})`;
  return [
    `create table if not exists ${table} (${stored.map(spell).join(", ")})`,
    ...missing.map((column) => `alter table ${table} add column if not exists ${spell(column)}`),
    // Room on each page for the next version of a row.
    `alter table ${live} set (fillfactor = 90)`,
    `create or replace function ${keeper}() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then delete from ${table} where id = old.id; return null; end if;
      ${hasWordBits(object) ? `if tg_op = 'INSERT' then ${put(`, ${WORD_BITS}`, `, ${bitsOfRecord(workspace, object.name, "new.id")}`)} return null; end if;` : ""}
      ${put("", "")}
      return null;
    end $$`,
    `create or replace trigger keep_latest after insert or delete on ${live} for each row execute function ${keeper}()`,
    `create or replace trigger keep_latest_changed after update on ${live} for each row when (${differs}) execute function ${keeper}()`,
    ...(hasWordBits(object) ? maintainWordBits(workspace, object) : []),
  ];
}

/**
 * Brings the rows behind `$1` over, so many at a time; what the trigger has brought meanwhile is newer and
 * stays. Answers the last id, nothing at the end. `alone`: nobody writes meanwhile, so that bits of words
 * come along; else words that are changed before their row is here would be missed.
 */
export function fillLatest(
  workspace: Workspace,
  object: CatalogObject,
  count: number,
  { alone = false }: { readonly alone?: boolean } = {},
): string {
  const columns = latestColumns(object);
  const [, ...rest] = columns;
  const bits =
    alone && hasWordBits(object)
      ? { name: `, ${WORD_BITS}`, value: `, ${bitsOfRecord(workspace, object.name, "part.id")}` }
      : { name: "", value: "" };
  return `with part as materialized (select ${names(columns)} from ${tableOf(workspace, object.name)} where id > $1 order by id limit ${count}),
    put as (insert into ${latestOf(workspace, object.name)} as l (${names(columns)}${bits.name}) select ${names(columns)}${bits.value} from part
      on conflict (id) do update set ${rest.map((column) => `${ident(column)} = excluded.${ident(column)}`).join(", ")} where l.valid_from <= excluded.valid_from)
    select id from part order by id desc limit 1`;
}
