import pg from "pg";
import type { RowShape, RowTexts } from "./database.ts";
import { valueTypes } from "./value-types.ts";

type Parse = (text: string) => unknown;
type Row = Record<string, unknown>;
/** The columns that a prepared statement answers with, and how their texts become values. */
interface Columns {
  readonly fields: readonly pg.FieldDef[];
  readonly parsers: readonly Parse[];
  /** A row without values: rows made of it are alike, which the runtime is quick with. */
  readonly empty: Readonly<Row>;
}
/**
 * A prepared statement on its connection, and its columns once the server has told them: the same as long as
 * it is prepared.
 */
export interface Prepared {
  readonly name: string;
  columns?: Columns;
}
export interface Answer {
  readonly fields: readonly pg.FieldDef[];
  readonly rows: readonly object[];
}

/** What the driver's query is made of; its types show nothing of it. */
interface Inner extends pg.Query {
  name: string;
  values: readonly unknown[] | undefined;
  types: readonly number[] | undefined;
  callback: (error: Error | null, answer?: Answer) => void;
  hasBeenParsed(connection: Wire): boolean;
  prepare(connection: Wire): void;
  handleError(error: unknown, connection: Wire): void;
}
interface Wire {
  bind(message: {
    portal: string;
    statement: string;
    values: readonly unknown[] | undefined;
    binary: boolean;
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: "S"; name: string }): void;
  sync(): void;
}
const Query = pg.Query as unknown as new (text: string) => Inner;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
  /** Of values that the text does not name. */
  readonly types: readonly number[] | undefined;
  readonly rowMode: "array" | undefined;
  /** How rows are made of their texts, where that is not our own way. */
  readonly shape: RowShape | undefined;
}

/**
 * A prepared statement that is described once, not with every use: the description of a record's columns is
 * as long as the record, and the server looks each column's type up for it. Where the columns would be
 * others, the server refuses the statement ("cached plan"). One without a name is described each time.
 */
class KeptQuery extends Query {
  readonly #prepared: Prepared;
  readonly #asArrays: boolean;
  readonly #shape: RowShape | undefined;
  readonly #rows: object[] = [];
  #made: ((texts: RowTexts) => object) | undefined;
  #failure: unknown;

  constructor({ text, values, types, rowMode, shape }: Asked, prepared: Prepared) {
    super(text);
    this.name = prepared.name;
    this.values = values;
    this.types = types;
    this.#asArrays = rowMode === "array";
    this.#shape = shape;
    this.#prepared = prepared;
  }

  override prepare(connection: Wire): void {
    if (!this.#prepared.columns || !this.hasBeenParsed(connection)) return super.prepare(connection);
    try {
      connection.bind({
        portal: "",
        statement: this.name,
        values: this.values,
        binary: false,
        valueMapper: prepareValue,
      });
    } catch (error) {
      connection.close({ type: "S", name: this.name });
      connection.sync();
      return this.handleError(error, connection);
    }
    connection.execute({ portal: "", rows: 0 });
    connection.sync();
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#prepared.columns = {
      fields,
      parsers: fields.map(({ dataTypeID }) => valueTypes.getTypeParser(dataTypeID, "text") as Parse),
      empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
    };
  }

  handleDataRow({ fields: texts }: { readonly fields: RowTexts }): void {
    const { columns } = this.#prepared;
    if (!columns || this.#failure !== undefined) return;
    try {
      this.#made ??= this.#makeRows(columns);
      this.#rows.push(this.#made(texts));
    } catch (error) {
      this.#failure = error;
    }
  }

  #makeRows(columns: Columns): (texts: RowTexts) => object {
    if (this.#shape)
      return this.#shape(columns.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })));
    return this.#asArrays ? (texts) => valuesOf(columns, texts) : (texts) => rowOf(columns, texts);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(connection: Wire): void {
    if (this.#failure !== undefined) return this.handleError(this.#failure, connection);
    this.callback(null, { fields: this.#prepared.columns?.fields ?? [], rows: this.#rows });
  }
}

function valuesOf({ parsers }: Columns, texts: RowTexts): unknown[] {
  return texts.map((text, at) => (text === null ? null : parsers[at]?.(text)));
}

function rowOf({ fields, parsers, empty }: Columns, texts: RowTexts): Row {
  const row: Row = { ...empty };
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at];
    if (text !== null && text !== undefined) row[fields[at]?.name ?? ""] = parsers[at]?.(text);
  }
  return row;
}

/** Runs a statement under the name that it is prepared by; under none it is planned for its values. */
export function queryKept(
  client: pg.ClientBase,
  asked: Asked,
  prepared: Prepared = { name: "" },
): Promise<Answer> {
  const query = new KeptQuery(asked, prepared);
  return new Promise<Answer>((resolve, reject) => {
    query.callback = (error, answer) => (answer ? resolve(answer) : reject(error));
    client.query(query);
  }).catch((error: unknown) => {
    // From where it was asked, not from where the answer came in.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  });
}
