import type { Statement } from "./database.ts";

/**
 * A piece of SQL with the values that it asks for. Pieces stand within pieces; the places of values are
 * numbered when the whole is made, so that no text is ever searched for `$1`.
 */
export class Sql {
  constructor(
    /** The text before, between and behind what is given. */
    readonly parts: readonly string[],
    /** Values, or further pieces. */
    readonly given: readonly unknown[],
  ) {}
}

/**
 * SQL as it is read: what stands in `${}` is a value, unless it is SQL itself. A text is always a value.
 * @example sql`select name from ${table} where id = ${id} and ${more}`
 */
export const sql = (parts: readonly string[], ...given: readonly unknown[]): Sql => new Sql(parts, given);

/** SQL that the program has spelled, e.g. the name of a table. Never anything that somebody has sent. */
export const spelled = (text: string): Sql => new Sql([text], []);

export const NOTHING: Sql = spelled("");

/** Pieces with text between them: `joined([a, b], " and ")`. */
export const joined = (pieces: readonly Sql[], between: string): Sql =>
  pieces.length === 0
    ? NOTHING
    : new Sql(["", ...Array.from({ length: pieces.length - 1 }, () => between), ""], pieces);

/** The text of a piece between the places of its values: one more than there are values. */
export interface Spelling {
  readonly text: string;
  readonly between: readonly string[];
}
export const isSpelled = (statement: Statement): statement is Statement & Spelling =>
  statement.between !== undefined;

/** Texts between values, with the places numbered on from `first`. */
export function numbered(between: readonly string[], first = 1): string {
  let text = between[0] ?? "";
  for (let at = 1; at < between.length; at += 1) text += `$${first + at - 1}${between[at]}`;
  return text;
}

/** What a piece is made of, in order: the texts as they stand in the program, null for a value. */
type Makeup = readonly (readonly string[] | null)[];

function unfold({ parts, given }: Sql, makeup: (readonly string[] | null)[], values: unknown[]): void {
  makeup.push(parts);
  for (let at = 0; at < given.length; at += 1) {
    const one = given[at];
    if (one instanceof Sql) unfold(one, makeup, values);
    else {
      makeup.push(null);
      values.push(one);
    }
  }
}

function spell(piece: Sql): Spelling {
  const between: string[] = [""];
  const write = (text: string): void => void (between[between.length - 1] += text);
  const add = ({ parts, given }: Sql): void => {
    write(parts[0] ?? "");
    for (const [at, one] of given.entries()) {
      if (one instanceof Sql) add(one);
      else between.push("");
      write(parts[at + 1] ?? "");
    }
  };
  add(piece);
  return { text: numbered(between), between };
}

/** A piece as a whole statement. */
export function toStatement(piece: Sql): Statement & Spelling {
  const values: unknown[] = [];
  unfold(piece, [], values);
  return { ...spell(piece), values };
}

/**
 * Makes statements of pieces that are put together alike each time: the text is spelled once, a further one
 * costs its list of values. The texts of a template are the same object each time that it is run, so that
 * being put together alike is seen by comparing objects.
 */
export class SpelledOnce {
  #makeup: Makeup = [];
  #spelling: Spelling | undefined;

  statement(piece: Sql): Statement & Spelling {
    const makeup: (readonly string[] | null)[] = [];
    const values: unknown[] = [];
    unfold(piece, makeup, values);
    if (!this.#spelling || !isAlike(makeup, this.#makeup)) {
      this.#spelling = spell(piece);
      this.#makeup = makeup;
    }
    return { text: this.#spelling.text, between: this.#spelling.between, values };
  }
}
function isAlike(one: Makeup, other: Makeup): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
