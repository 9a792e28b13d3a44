/** Server only: the dictionary weighs too much for a browser. */
import { pinyin } from "pinyin-pro";
import { fold } from "./fold.ts";
import { plainLetters } from "./simplified.ts";
import { SYLLABLES } from "./syllables.ts";

/** So much of a name is put in order; an index has room for it, and names that are longer differ before. */
const LONGEST = 40;
const HAN = /^\p{Script=Han}$/u;
const PIECES = /\d+|\p{Script=Han}|[^\d]/gu;
/** A person's name; a longer text that begins with such a character is hardly one. */
const SHORT_NAME = /^\p{Script=Han}{2,3}$/u;
/** After everything but other rare scripts, so that Latin letters come before Chinese, as in every list. */
const FIRST_SYLLABLE = 0x4e00;
const TONES = 6;
const NO_READING = String.fromCharCode(FIRST_SYLLABLE + (SYLLABLES.length + 1) * TONES);

/**
 * What a name is sorted by, compared by code point: signs do not count, digits as the numbers they make, then
 * letters whatever their case and accents, then Chinese by pinyin and tone, the same character together. What
 * is equal in all that is told apart by the text itself.
 * @example ["陈一", "曹正阳", "abb", "第10分公司", "第2分公司"] sorts as abb, 曹正阳, 陈一, 第2分公司, 第10分公司
 */
export function nameKey(text: string): string {
  const plain = plainLetters(fold(text.slice(0, 2 * LONGEST)))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
  const head = [...plain].slice(0, LONGEST).join("");
  const readings = readingsOf(head);
  let at = 0;
  let key = "";
  for (const piece of head.match(PIECES) ?? []) {
    if (HAN.test(piece)) key += `${placeOf(readings[at])}${piece}`;
    else key += /^\d/.test(piece) ? numberKey(piece) : piece;
    at += [...piece].length;
  }
  const isTold = head === text && !/(?<!\d)0\d/.test(text);
  return isTold ? key : `${key}\u0001${[...text].slice(0, LONGEST).join("")}`;
}

/** How many digits count, and the digits: 2 before 10. Stays before every letter, as no text has more. */
function numberKey(digits: string): string {
  const counting = digits.replace(/^0+(?=.)/, "");
  return `${String.fromCharCode(0x30 + counting.length)}${counting}`;
}

/** The reading of each character; a short name is a person's, and some surnames are read as nothing else is. */
function readingsOf(text: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const usual = pinyin(text, { type: "array", toneType: "num", v: true });
  if (!SHORT_NAME.test(text)) return usual;
  const [surname = ""] = pinyin(text, { type: "array", toneType: "num", v: true, surname: "head" });
  return [surname, ...usual.slice(1)];
}

const places = new Map(SYLLABLES.map((syllable, at) => [syllable, at]));
/** One character for a syllable and its tone. */
function placeOf(reading = ""): string {
  const [, syllable = "", tone = "0"] = /^([a-zê]+)(\d?)$/.exec(reading) ?? [];
  const place = places.get(syllable);
  return place === undefined
    ? NO_READING
    : String.fromCharCode(FIRST_SYLLABLE + place * TONES + Math.min(Number(tone) || 0, TONES - 1));
}
