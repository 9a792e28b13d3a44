import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { searchFields } from "../query/search-entries.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { liveColumns } from "../schema/plan.ts";
import { latestOf } from "../schema/has-latest.ts";
import { WORD_BITS } from "../schema/searched-apart.ts";
import { bitsOfRecord, hasWordBits, NO_BITS } from "../schema/word-bits.ts";
import { FIRST_ID } from "./repair-rollup.ts";
import type { Repaired } from "../kernel/mended.ts";
import { type Row, valuesOf } from "../values/row-values.ts";
import { entriesOf, type SearchEntry } from "./write-search.ts";

const PAGE = 500;
const EXAMPLES = 5;
const LONGEST_MS = 20_000;

/**
 * Compares the search entries of an object with what its records say, page by page, and puts right what
 * differs.
 */
export async function repairSearch(context: Context, object: CatalogObject): Promise<Repaired> {
  const examples = new Set<string>();
  let [checked, wrong] = [0, await dropStray(context, object)];
  for (let after: string | undefined = FIRST_ID; after !== undefined;) {
    const from: string = after;
    const page = await context.db.transaction((tx) => mendPage(tx, context, object, from), {
      longer: LONGEST_MS,
    });
    checked += page.checked;
    wrong += page.wrong.length;
    for (const id of page.wrong) if (examples.size < EXAMPLES) examples.add(id);
    after = page.next;
  }
  return { what: `search:${object.name}`, checked, wrong, examples: [...examples] };
}

interface Page {
  readonly checked: number;
  readonly wrong: readonly string[];
  readonly next: string | undefined;
}
/** The records are locked against writers, so that their entries hold still. */
async function mendPage(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  after: string,
): Promise<Page> {
  const columns = liveColumns(object).map((column) => ident(column.name));
  const rows = await tx.query<Row & { id: string }>({
    text: `select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} where id > $1 order by id limit ${PAGE} for share`,
    values: [after],
  });
  if (rows.length === 0) return { checked: 0, wrong: [], next: undefined };
  const fields = searchFields(object);
  const wanted = rows.flatMap((row) =>
    row["deleted_at"] === null ? entriesOf(object, fields, row.id, valuesOf(object, row)) : [],
  );
  const ids = rows.map((row) => row.id);
  const table = systemTable(context.workspace, "search_entry");
  const stored = await tx.query<SearchEntry & object>({
    text: `select id, class, tokens from ${table} where object = $1 and id = any($2::uuid[])`,
    values: [object.name, ids],
  });
  const wrong = differing(wanted, stored);
  if (wrong.length > 0) {
    const isWrong = new Set(wrong);
    await tx.query({
      text: `delete from ${table} where object = $1 and id = any($2::uuid[])`,
      values: [object.name, wrong],
    });
    await tx.query({
      text: `insert into ${table} (object, id, class, tokens) select $1, id, class, tokens from json_to_recordset($2::json) as r(id uuid, class text, tokens text[])`,
      values: [object.name, JSON.stringify(wanted.filter(({ id }) => isWrong.has(id)))],
    });
  }
  wrong.push(...(await mendBits(tx, context, object, ids)));
  return { checked: ids.length, wrong, next: ids.length < PAGE ? undefined : ids.at(-1) };
}

/**
 * What the narrow table says of the words of these records, where it says anything yet; gives the ids of
 * those that were wrong.
 */
async function mendBits(
  tx: Transaction,
  { workspace }: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<string[]> {
  if (!hasWordBits(object)) return [];
  const rows = await tx.query<{ id: string }>({
    text: `update ${latestOf(workspace, object.name)} l set ${WORD_BITS} = w.bits
      from (select r.id, coalesce(${bitsOfRecord(workspace, object.name, "r.id")}, ${NO_BITS}) as bits from unnest($1::uuid[]) as r(id)) w
      where l.id = w.id and l.${WORD_BITS} <> w.bits returning l.id`,
    values: [ids],
  });
  return rows.map(({ id }) => id);
}

/** Ids whose entries are not the same; the order of tokens says nothing. */
function differing(wanted: readonly SearchEntry[], stored: readonly SearchEntry[]): string[] {
  const spell = (entry: SearchEntry) => `${entry.id} ${entry.class} ${entry.tokens.toSorted().join(" ")}`;
  const [left, right] = [
    new Map(wanted.map((entry) => [spell(entry), entry.id])),
    new Map(stored.map((entry) => [spell(entry), entry.id])),
  ];
  const only = (some: Map<string, string>, others: Map<string, string>) =>
    [...some].flatMap(([key, id]) => (others.has(key) ? [] : [id]));
  return [...new Set([...only(left, right), ...only(right, left)])].toSorted();
}

/** Entries of records that are not there. */
async function dropStray(context: Context, object: CatalogObject): Promise<number> {
  const rows = await context.db.query({
    text: `delete from ${systemTable(context.workspace, "search_entry")} s where s.object = $1 and not exists (select from ${tableOf(context.workspace, object.name)} t where t.id = s.id) returning 1`,
    values: [object.name],
  });
  return rows.length;
}
