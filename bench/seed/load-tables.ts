import pg from "pg";
import { CopyIn } from "./copy-in.ts";

/** The definitions that a table's indexes are made anew from. */
interface Index {
  readonly name: string;
  readonly definition: string;
  /** Of the constraint that it stands for. */
  readonly constraint: string | null;
  readonly table: string;
}

/** Takes the indexes off these tables, so that rows go in without them; the answer puts them on again. */
export async function withoutIndexes(
  url: string,
  schema: string,
  tables: readonly string[],
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Index>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition, pg_get_constraintdef(k.oid) as constraint, t.relname as table
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
     left join pg_constraint k on k.conindid = i.indexrelid where n.nspname = $1 and t.relname = any($2)`,
    [schema, tables],
  );
  const at = (name: string): string => `"${schema}"."${name}"`;
  for (const { name, constraint, table } of rows)
    await client.query(
      constraint ? `alter table ${at(table)} drop constraint "${name}"` : `drop index ${at(name)}`,
    );
  await client.end();
  return async () => {
    const waiting = rows.map(({ name, definition, constraint, table }) =>
      constraint
        ? `alter table ${at(table)} add constraint "${name}" ${constraint}`
        : definition.replace(" ON ONLY ", " ON "),
    );
    // Keys first: adding one locks its table, and the others share theirs.
    await lanes(
      url,
      waiting.toSorted((a, b) => Number(b.startsWith("alter")) - Number(a.startsWith("alter"))),
      2,
    );
  };
}

async function lanes(url: string, statements: readonly string[], count: number): Promise<void> {
  const waiting = [...statements];
  const lane = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("set maintenance_work_mem = '768MB'; set synchronous_commit = off");
    for (let text = waiting.shift(); text; text = waiting.shift()) await client.query(text);
    await client.end();
  };
  await Promise.all(Array.from({ length: count }, lane));
}

/** Everything that can be copied at once, closed together. */
export class Copies {
  readonly #url: string;
  readonly #schema: string;
  readonly #open = new Map<string, CopyIn>();
  constructor(url: string, schema: string) {
    this.#url = url;
    this.#schema = schema;
  }
  async open(table: string, columns: readonly string[]): Promise<CopyIn> {
    const copy = await CopyIn.open(this.#url, `"${this.#schema}"."${table}"`, columns);
    this.#open.set(table, copy);
    return copy;
  }
  /** Waits while the server is behind with any of them. */
  async settle(): Promise<void> {
    for (const copy of this.#open.values()) await copy.settle();
  }
  async end(): Promise<Readonly<Record<string, number>>> {
    for (const copy of this.#open.values()) await copy.end();
    return Object.fromEntries([...this.#open].map(([table, { rows }]) => [table, rows]));
  }
}

/** Partitions for the months that lie behind, as they would be there had the program run then. */
export async function pastPartitions(
  url: string,
  schema: string,
  tables: readonly string[],
  from: number,
  now: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const month = (index: number): string =>
    new Date(Date.UTC(Math.floor(index / 12), index % 12, 1)).toISOString().slice(0, 10);
  const indexOf = (ms: number): number => new Date(ms).getUTCFullYear() * 12 + new Date(ms).getUTCMonth();
  for (const table of tables)
    for (let index = indexOf(from); index < indexOf(now); index += 1)
      await client.query(
        `create table if not exists "${schema}"."${table}_${month(index).slice(0, 7).replace("-", "_")}" partition of "${schema}"."${table}" for values from ('${month(index)} 00:00+00') to ('${month(index + 1)} 00:00+00')`,
      );
  await client.end();
}
