import { type Database, ident, type Executor } from "./database.ts";

const INDEX = /^\s*create index (?:if not exists )?(\w+) on (\S+) ([\s\S]+)$/i;
const LONGEST_BUILD_MS = 6 * 60 * 60_000;
const LOCK = "hashtextextended('sluice.migrate.indexes', 0)";

interface Wanted {
  readonly name: string;
  readonly table: string;
  readonly body: string;
}
/** A table that holds rows: the one that is named, or a partition of it. */
interface Filled {
  readonly schema: string;
  readonly name: string;
  readonly isPart: boolean;
}

/**
 * Builds the indexes that a migration makes on tables with rows before its transaction, concurrently: one
 * that is made within holds up every write to its table until it is done. What stands there then is taken
 * over: an index of a plain table has its name already, those of partitions are attached by the statement
 * that makes the index of the whole. May be broken off at any place and begun again: what is half made is
 * dropped and made anew.
 */
export async function buildIndexesAhead(db: Database, statements: readonly string[]): Promise<void> {
  const wanted = statements.flatMap((text): Wanted[] => {
    const [, name, table, body] = INDEX.exec(text) ?? [];
    return name && table && body ? [{ name, table, body }] : [];
  });
  const waiting: { readonly index: Wanted; readonly filled: Filled }[] = [];
  for (const index of wanted)
    for (const filled of await filledTables(db, index.table)) waiting.push({ index, filled });
  if (waiting.length === 0) return;
  await db.transaction(
    async (tx) => {
      await lockPatiently(tx);
      for (const { index, filled } of waiting) await build(db, index, filled);
    },
    { longer: LONGEST_BUILD_MS },
  );
}

/** The statement of a migration as it runs once its indexes are there. */
export const takingOver = (text: string): string =>
  text.replace(/^\s*create index (?!if not exists)/i, "create index if not exists ");

async function filledTables(db: Executor, table: string): Promise<readonly Filled[]> {
  const leaves = await db.query<Filled>({
    text: `select n.nspname as schema, c.relname as name, c.relispartition as "isPart" from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and (c.oid = to_regclass($1) or c.oid in (select relid from pg_partition_tree(to_regclass($1)) where isleaf)) order by c.relname`,
    values: [table],
  });
  const filled: Filled[] = [];
  for (const leaf of leaves) {
    const [row] = await db.query<{ some: boolean }>({
      text: `select exists (select from ${spell(leaf)}) as some`,
    });
    if (row?.some) filled.push(leaf);
  }
  return filled;
}
const spell = ({ schema, name }: Pick<Filled, "schema" | "name">): string =>
  `${ident(schema)}.${ident(name)}`;

async function build(db: Database, { name: whole, body }: Wanted, filled: Filled): Promise<void> {
  const name = (filled.isPart ? `${filled.name}_${whole}` : whole).slice(0, 63);
  const [known] = await db.query<{ valid: boolean }>({
    text: `select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2`,
    values: [filled.schema, name],
  });
  if (known?.valid) return;
  if (known) await db.query({ text: `drop index concurrently ${spell({ ...filled, name })}` });
  try {
    await db.query({ text: `create index concurrently ${ident(name)} on ${spell(filled)} ${body}` });
  } catch (error) {
    // The migration itself makes what the index is of.
    if (!isUndefined(error)) throw error;
  }
}
const UNDEFINED: readonly unknown[] = ["42703", "42P01", "42883", "42704"];
const isUndefined = (error: unknown): boolean =>
  error instanceof Error && "code" in error && UNDEFINED.includes(error.code);

/**
 * The lock is held by an idle transaction and asked for again and again: a concurrent build waits for every
 * statement under way.
 */
async function lockPatiently(tx: Executor): Promise<void> {
  for (;;) {
    const [row] = await tx.query<{ mine: boolean }>({
      text: `select pg_try_advisory_xact_lock(${LOCK}) as mine`,
    });
    if (row?.mine) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
