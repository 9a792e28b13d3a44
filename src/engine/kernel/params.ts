import type { SqlType } from "../../shared/expression/types.ts";

export type ParamType = SqlType | "bigint" | "integer" | "integer[]" | "jsonb";

/**
 * Collects the values of one statement and hands out their places with a cast; the same value twice has one
 * place. Also hands out row aliases, so that nested subqueries never share one.
 * @example const params = new Params(); params.add("2026-01-01", "date") // "$1::date"
 */
export class Params {
  readonly values: unknown[] = [];
  readonly #places = new Map<string, string>();
  readonly #objects = new Map<string, string>();
  #aliases = 0;

  add(value: unknown, type: ParamType): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.#places.get(key);
    if (known) return known;
    this.values.push(value);
    const place = `$${this.values.length}::${type}`;
    this.#places.set(key, place);
    return place;
  }

  /**
   * The finished statement. Values of conditions that fell away are left out: PostgreSQL refuses a value
   * without a place.
   */
  statement(text: string): { readonly text: string; readonly values: readonly unknown[] } {
    const used = new Set<number>();
    for (const place of text.matchAll(/\$(\d+)/g)) used.add(Number(place[1]));
    if (used.size === this.values.length) return { text, values: this.values };
    const kept = [...used].toSorted((a, b) => a - b);
    const renumbered = text.replace(/\$(\d+)/g, (_, place: string) => `$${kept.indexOf(Number(place)) + 1}`);
    return { text: renumbered, values: kept.map((place) => this.values[place - 1]) };
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
