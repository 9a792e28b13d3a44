import { type ParamType, Params } from "../../../../engine/public.ts";

/**
 * Gives a condition columns of a row where others get numbered places, and keeps the row: one statement then
 * asks the same condition for many people, each with values of their own.
 * @example new RowParams("h").add("2026-01-01", "date") // `h."p0"::date`
 */
export class RowParams extends Params {
  readonly #row: string;
  readonly #columns = new Map<string, string>();
  /** Columns with their types, in the order in which they were asked for. */
  readonly types: ParamType[] = [];
  readonly cells: Record<string, unknown> = {};

  constructor(row: string) {
    super();
    this.#row = row;
  }

  override add(value: unknown, type: ParamType): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const name = this.#columns.get(key) ?? `p${this.types.length}`;
    if (!this.#columns.has(key)) {
      this.#columns.set(key, name);
      this.types.push(type);
      this.cells[name] = value;
    }
    return `${this.#row}."${name}"::${type}`;
  }
}
