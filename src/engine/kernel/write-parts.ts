/** What is written with the rows of a batch, in their statement. */
export type WrittenAlong = (parts: WriteParts) => void;

/**
 * One statement made of parts that write: rows, history, log, search entries and roll-ups of a batch reach
 * the database in one round trip. Parts write different tables. The text depends on what is written, never on
 * values, so that it can be kept prepared.
 */
export class WriteParts {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  /** Common table expressions, spelled `name as (…)`. */
  push(...parts: readonly string[]): void {
    this.#parts.push(...parts);
  }
  /** The place of a value. */
  param(value: unknown, type: string): string {
    this.#values.push(value);
    return `$${this.#values.length}::${type}`;
  }
  statement(): { readonly text: string; readonly values: readonly unknown[] } {
    return { text: `with ${this.#parts.join(",\n")}\nselect 1 as done`, values: this.#values };
  }
}
