import type { Statement } from "../../platform/db/database.ts";
import type { SqlType } from "../../shared/expression/types.ts";

export type ParamType = SqlType | "bigint" | "integer" | "integer[]" | "jsonb";
/** PostgreSQL's own numbers of these types, the same in every installation. */
const OIDS: Readonly<Record<ParamType, number>> = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  "integer[]": 1007,
  "text[]": 1009,
  date: 1082,
  "date[]": 1182,
  timestamptz: 1184,
  "timestamptz[]": 1185,
  interval: 1186,
  "numeric[]": 1231,
  numeric: 1700,
  uuid: 2950,
  "uuid[]": 2951,
  jsonb: 3802,
};
/** What the text says of a place that it has. */
const TOLD_BY_TEXT = 0;

/**
 * Collects the values of one statement and hands out their places with a cast; the same value twice has one
 * place. Also hands out row aliases, so that nested subqueries never share one.
 * @example const params = new Params(); params.add("2026-01-01", "date") // "$1::date"
 */
export class Params {
  readonly values: unknown[] = [];
  readonly #types: ParamType[] = [];
  readonly #places = new Map<string, string>();
  readonly #objects = new Map<string, string>();
  #aliases = 0;

  add(value: unknown, type: ParamType): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.#places.get(key);
    if (known) return known;
    this.values.push(value);
    this.#types.push(type);
    const place = spelledAt(this.values.length, type);
    this.#places.set(key, place);
    return place;
  }

  /**
   * The finished statement. The value of a condition that fell away keeps its place, empty: the text says
   * nothing of it any more, so its type is told.
   */
  statement(text: string): Pick<Statement, "text" | "values" | "types"> {
    const isAsked = this.#types.map((type, at) => text.includes(spelledAt(at + 1, type)));
    const values = this.values.slice(0, isAsked.lastIndexOf(true) + 1);
    if (values.every((_, at) => isAsked[at])) return { text, values };
    return {
      text,
      values: values.map((value, at) => (isAsked[at] ? value : null)),
      types: this.#types.slice(0, values.length).map((type, at) => (isAsked[at] ? TOLD_BY_TEXT : OIDS[type])),
    };
  }

  /** A new alias for a row of `object`. */
  alias(object?: string): string {
    this.#aliases += 1;
    const alias = `a${this.#aliases}`;
    if (object !== undefined) this.rowOf(alias, object);
    return alias;
  }

  /** Says of which object the rows of an alias are. */
  rowOf(alias: string, object: string): void {
    this.#objects.set(alias, object);
  }
  objectOf(alias: string): string | undefined {
    return this.#objects.get(alias);
  }
}
const spelledAt = (place: number, type: ParamType): string => `$${place}::${type}`;
