/** What a column of an answer holds: its type in PostgreSQL, and what the program gets of it. */
export interface Column<T> {
  /** As `format_type` spells it. */
  readonly type: string;
  /** "sure": the column may be empty, though in no row of the statement. */
  readonly empty: "never" | "sure" | "maybe";
  readonly holds: (value: unknown) => value is T;
}
export type Columns<R> = { readonly [K in keyof R]: Column<R[K]> };
/** The row that columns come to. */
export type RowOf<C> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isBytes = (value: unknown): value is Buffer => Buffer.isBuffer(value);
const column = <T>(type: string, holds: (value: unknown) => value is T): Column<T> => ({
  type,
  empty: "never",
  holds,
});

export const uuid = column("uuid", isText);
export const text = column("text", isText);
export const boolean = column("boolean", isBoolean);
export const integer = column("integer", isNumber);
export const bigint = column("bigint", isNumber);
export const float = column("double precision", isNumber);
/** Exact, as text. */
export const numeric = column("numeric", isText);
/** "YYYY-MM-DD" */
export const date = column("date", isText);
/** "YYYY-MM-DDTHH:MM:SS.ffffffZ" */
export const timestamptz = column("timestamp with time zone", isText);
export const bytea = column("bytea", isBytes);

/** Text that only ever holds words which the program itself has written there. */
export const word = <T extends string>(): Column<T> =>
  column("text", (value: unknown): value is T => typeof value === "string");
/** A document that only ever holds what the program itself has written there. */
export const json = <T>(): Column<T> => column("jsonb", (value: unknown): value is T => value !== undefined);
/** Several values of a kind, none of them empty. */
export const arrayOf = <T>({ type, holds }: Column<T>): Column<readonly T[]> =>
  column(`${type}[]`, (value: unknown): value is readonly T[] => Array.isArray(value) && value.every(holds));

export const orNull = <T>({ type, holds }: Column<T>): Column<T | null> => ({
  type,
  empty: "maybe",
  holds: (value): value is T | null => value === null || holds(value),
});
/**
 * A column that may be empty, but in no row of this statement: it leaves such rows out, or nothing writes them.
 */
export const sure = <T>(of: Column<T>): Column<T> => ({ ...of, empty: "sure" });

/** The columns of an answer, for statements whose text is put together as it is asked. */
export interface Answering<R> {
  readonly columns?: Columns<R>;
}
