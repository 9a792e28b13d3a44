import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight } from "../access/rights-of.ts";
import { WORD_BITS } from "../schema/searched-apart.ts";
import { bitsOf, hasWordBits } from "../schema/word-bits.ts";
import type { Params } from "../kernel/params.ts";
import type { Reading } from "./reading.ts";
import { searchFields } from "./search-entries.ts";
import { queryWords } from "./search-tokens.ts";
import { allOf } from "./source.ts";

/** More of a long word says hardly more, and is asked of every row that is passed by. */
const MOST_TOKENS = 4;

/**
 * What the bits of the narrow table's row `alias` say of each record that a question finds; it holds of some
 * that are not found, too, and opens nothing: whether a record is found is decided by its words and the
 * caller's rights, as ever. Nothing where a masked value asked for as a whole finds a record as well.
 */
export function searchSieve(
  { context, params }: Reading,
  object: CatalogObject,
  alias: string,
  question: string,
): string {
  if (
    !hasWordBits(object) ||
    searchFields(object).some(
      (field) =>
        fieldRight(context, object, field.name) === "mask" || fieldsByState(context, object).has(field.name),
    )
  )
    return "true";
  const words = queryWords(question).map(({ tokens, others = [] }) =>
    [tokens, ...others].map((one) => setIn(params, alias, one)),
  );
  return allOf(words.map((ways) => (ways.length === 1 ? ways.join() : `(${ways.join(" or ")})`)));
}

/**
 * `<> 0`, as the planner takes that for nearly always true: it goes on choosing by how frequent the words
 * are.
 */
function setIn(params: Params, alias: string, tokens: readonly string[]): string {
  const longest = tokens.toSorted((one, other) => other.length - one.length).slice(0, MOST_TOKENS);
  const bits = longest.flatMap((token) => bitsOf(params.add(token, "text")));
  return allOf(bits.map((bit) => `coalesce(get_bit(${alias}."${WORD_BITS}", ${bit}), 1) <> 0`));
}
