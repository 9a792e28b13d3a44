/** −1, 0, 1 by code point, as COLLATE "C" orders UTF-8. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? Math.sign(x - y) : isSurrogate(x) ? 1 : -1;
  }
  return Math.sign(a.length - b.length);
}
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/**
 * Letters whose case UPPER and LOWER change: Latin, Greek, Cyrillic and full-width, one code point each. The
 * database gets the same two strings, so its locale has no say.
 */
const RANGES: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0xe0, 0x17f],
  [0x3b1, 0x3c9],
  [0x430, 0x45f],
  [0xff41, 0xff5a],
];
function casePairs(): { readonly lower: string; readonly upper: string } {
  const pairs = RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  )
    .map((lower) => [lower, lower.toUpperCase()] as const)
    .filter(([lower, upper]) => upper.length === 1 && upper !== lower && upper.toLowerCase() === lower);
  return { lower: pairs.map(([lower]) => lower).join(""), upper: pairs.map(([, upper]) => upper).join("") };
}
export const CASES = casePairs();

const translation = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((char, i) => [char, to.charAt(i)]));
const UPPER = translation(CASES.lower, CASES.upper);
const LOWER = translation(CASES.upper, CASES.lower);
const translate = (text: string, map: ReadonlyMap<string, string>): string =>
  Array.from(text, (char) => map.get(char) ?? char).join("");
export const upper = (text: string): string => translate(text, UPPER);
export const lower = (text: string): string => translate(text, LOWER);

/** What TRIM takes from both ends. */
export const BLANKS = " \t\n\r\u00a0\u3000";
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Longest result of SUBSTITUTE and longest replacement, so that nesting cannot explode. */
export const MAX_TEXT = 10_000;
export const MAX_REPLACEMENT = 100;
function leftPoints(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  for (let points = 0; points < count && end < text.length; points += 1)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}
export function substitute(text: string, old: string, fresh: string): string {
  return leftPoints(old === "" ? text : text.split(old).join(leftPoints(fresh, MAX_REPLACEMENT)), MAX_TEXT);
}

export const length = (text: string): number => Array.from(text).length;
/** `count` code points from `start` (1 is the first). */
export const middle = (text: string, start: number, count: number): string =>
  Array.from(text)
    .slice(start - 1, start - 1 + count)
    .join("");
export const right = (text: string, count: number): string =>
  count <= 0 ? "" : Array.from(text).slice(-count).join("");
