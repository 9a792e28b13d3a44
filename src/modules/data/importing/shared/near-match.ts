import { pinyinOf } from "../../../../shared/text/pinyin.ts";
import { squeezeText } from "./squeeze-text.ts";

export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Edits (insert, delete, replace, swap neighbours) from a to b, or `limit + 1` when there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = right.map((_, index) => index).concat(right.length);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        best = Math.min(best, older[column - 2]! + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    [older, previous] = [previous, current];
  }
  return Math.min(previous[right.length]!, limit + 1);
}

const HAN = /\p{Script=Han}/u;
/** Characters that sound alike become alike: 捷达 and 杰达 are both "jieda". */
export const soundOf = (text: string): string => squeezeText(HAN.test(text) ? pinyinOf(text) : text);

interface Forms {
  readonly squeezed: string;
  readonly sound: string;
  readonly signs: ReadonlySet<string>;
}
const MOST_KNOWN = 50_000;
const known = new Map<string, Forms>();
/**
 * A name of thousands is compared with every cell that was not found: what it looks and sounds like is made
 * out once.
 */
export function formsOf(text: string): Forms {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const squeezed = squeezeText(text);
  const forms = { squeezed, sound: soundOf(text), signs: new Set(squeezed) };
  known.set(text, forms);
  return forms;
}

const allowance = (length: number): number => (length <= 3 ? 0 : length <= 6 ? 1 : length <= 12 ? 2 : 3);

/** Each sign that the other name has nowhere costs an edit: most names are told apart by that alone. */
function lacks(text: string, signs: ReadonlySet<string>, limit: number): boolean {
  let missing = 0;
  for (const sign of text) if (!signs.has(sign) && (missing += 1) > limit) return true;
  return false;
}

/**
 * How near two names are: 0 the same but for blanks, signs, case or sound, then by edits; null when too far
 * to be worth a question.
 */
export function nearness(a: string, b: string): number | null {
  const [{ squeezed: left, sound: leftSound }, { squeezed: right, sound: rightSound, signs }] = [
    formsOf(a),
    formsOf(b),
  ];
  if (left === "" || right === "") return null;
  if (left === right) return 0;
  if (HAN.test(a) && leftSound === rightSound) return 0;
  const limit = Math.min(allowance(left.length), allowance(right.length));
  const edits = lacks(left, signs, limit) ? limit + 1 : editDistance(left, right, limit);
  if (edits <= limit) return edits;
  const shorter = Math.min(left.length, right.length);
  const contained = shorter >= (HAN.test(a) ? 4 : 6) && (left.startsWith(right) || right.startsWith(left));
  return contained ? 4 : null;
}

/** The nearest names, best first. Linear in the candidates: call it once per distinct value. */
export function nearMatches(cell: string, candidates: Iterable<Named>, limit = 5): Named[] {
  const found: { readonly named: Named; readonly rank: number }[] = [];
  for (const named of candidates) {
    const rank = nearness(cell, named.title);
    if (rank !== null) found.push({ named, rank });
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.named.title < b.named.title ? -1 : 1))
    .slice(0, limit)
    .map(({ named }) => named);
}
