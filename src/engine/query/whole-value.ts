import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { readPhone } from "../../shared/text/phone.ts";
import type { Params } from "../kernel/params.ts";
import { folded, queryWords, type QueryWord } from "./search-tokens.ts";

/** A value asked for as a whole: the words its record is found by, and what makes it that value. */
export interface WholeValue {
  readonly word: QueryWord;
  readonly condition: string;
}

/**
 * The field of the row `alias` is, as a whole, what was asked; numbers in any of their usual spellings.
 * Undefined where the question can be no value of this field. What only begins with, ends in or holds the
 * question is not found: nothing can be learnt piece by piece.
 * @example wholeValue(params, "t", mobile, "+86 138 1234 8000")
 *   // regexp_replace(t."mobile", '\D', '', 'g') =
 *   any(array['13812348000','8613812348000','008613812348000'])
 */
export function wholeValue(
  params: Params,
  alias: string,
  field: Field,
  asked: string,
): WholeValue | undefined {
  const column = `${alias}.${ident(field.name)}`;
  if (field.kind === "phone") {
    const phone = readPhone(asked);
    if (!phone) return undefined;
    const digits = params.add(spellings(phone.text), "text[]");
    return {
      word: wordOf(phone.text),
      condition: `regexp_replace(normalize(${column}, NFKC), '\\D', '', 'g') = any(${digits})`,
    };
  }
  const text = folded(asked).trim();
  const word = wordOf(text);
  if (word.tokens.length === 0) return undefined;
  return { word, condition: `lower(normalize(${column}, NFKC)) = ${params.add(text, "text")}` };
}

const wordOf = (text: string): QueryWord => ({
  text,
  tokens: [...new Set(queryWords(text).flatMap(({ tokens }) => tokens))],
});

/**
 * The digits of a number as people write it: with and without its country, an area code also without its zero
 * behind 86.
 */
function spellings(stored: string): readonly string[] {
  const digits = stored.replace(/\D/g, "");
  if (stored.startsWith("+")) return [digits, `00${digits}`];
  const inland = digits.startsWith("0") ? [digits, digits.slice(1)] : [digits];
  return [digits, ...inland.flatMap((one) => [`86${one}`, `0086${one}`])];
}
