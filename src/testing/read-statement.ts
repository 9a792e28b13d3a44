import pg from "pg";
import type { Column } from "../platform/db/columns.ts";

interface Described {
  readonly name: string;
  readonly dataTypeID: number;
  readonly tableID: number;
  readonly columnID: number;
}
interface Wire {
  parse(message: { name: string; text: string; types: readonly number[] }): void;
  describe(message: { type: "S"; name: string }): void;
  sync(): void;
}
type AnyColumns = Readonly<Record<string, Column<unknown>>>;

/** Tables that a row may lack; of what is joined as a query of its own, which they are is not followed up. */
type Outer = ReadonlySet<number> | "unknown";

/** Has a statement prepared and described, not run. */
class Description {
  #fields: readonly Described[] = [];
  readonly done: Promise<readonly Described[]>;
  #resolve: (fields: readonly Described[]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(private readonly text: string) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }
  submit(connection: Wire): void {
    connection.parse({ name: "", text: this.text, types: [] });
    connection.describe({ type: "S", name: "" });
    connection.sync();
  }
  handleRowDescription({ fields }: { readonly fields: readonly Described[] }): void {
    this.#fields = fields;
  }
  handleError(error: unknown): void {
    this.#reject(error);
  }
  handleReadyForQuery(): void {
    this.#resolve(this.#fields);
  }
}

/** Compares what statements say of their rows with what PostgreSQL says. */
export class StatementReader {
  private constructor(private readonly client: pg.Client) {}

  static async on(url: string): Promise<StatementReader> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new StatementReader(client);
  }
  close(): Promise<void> {
    return this.client.end();
  }

  /** In words, nothing where they agree. Of a statement that says of no column, only whether it is understood. */
  async differences(text: string, columns: AnyColumns): Promise<readonly string[]> {
    const described = await this.#describe(text);
    if (typeof described === "string") return [described];
    if (Object.keys(columns).length === 0) return [];
    const answered = new Map(described.map((field) => [field.name, field]));
    const told: string[] = [];
    for (const name of Object.keys(columns)) if (!answered.has(name)) told.push(`there is no ${name}`);
    const outer = await this.#outerTables(text);
    for (const field of described) {
      const column = columns[field.name];
      if (!column) told.push(`there is ${field.name}, too`);
      else told.push(...(await this.#compare(field, column, outer)));
    }
    return told;
  }

  async #describe(text: string): Promise<readonly Described[] | string> {
    const description = new Description(text);
    this.client.query(description as unknown as pg.Submittable);
    try {
      return await description.done;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #compare(
    { name, dataTypeID, tableID, columnID }: Described,
    column: Column<unknown>,
    outer: Outer,
  ): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ type: string; filled: boolean | null }>(
      `select format_type($1, -1) as type, (select attnotnull from pg_attribute where attrelid = $2 and attnum = $3) as filled`,
      [dataTypeID, tableID, columnID],
    );
    const [{ type, filled } = { type: "", filled: null }] = rows;
    if (type !== column.type) return [`${name} is ${type}`];
    // Of an expression PostgreSQL does not say whether it may be empty: rows are held to it where tests read
    // some.
    if (filled === null) return [];
    if (outer === "unknown") return [];
    const isFilled = filled && !outer.has(tableID);
    if (column.empty === "never" && !isFilled) return [`${name} may be empty`];
    return column.empty !== "never" && isFilled ? [`${name} is never empty`] : [];
  }

  async #outerTables(text: string): Promise<Outer> {
    if (/\b(?:left|full) join (?:lateral )?\(/.test(text)) return "unknown";
    const names = [...text.matchAll(/\b(?:left|full) join ("[^"]+"\."[^"]+")/g)].map(([, name]) => name);
    const { rows } = await this.client.query<{ oid: number }>(
      "select c.oid from unnest($1::text[]) n join pg_class c on c.oid = to_regclass(n)",
      [names],
    );
    return new Set(rows.map(({ oid }) => oid));
  }
}
