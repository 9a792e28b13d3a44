import { SIMPLIFIED_DATA } from "./simplified-data.ts";

const simplified = new Map<string, string>();
for (let at = 0; at < SIMPLIFIED_DATA.length; at += 2)
  simplified.set(SIMPLIFIED_DATA[at]!, SIMPLIFIED_DATA[at + 1]!);
const HAN = /[\u3400-\u9fff]/;

/**
 * The text in simplified characters, one by one: for comparing and searching, not for reading. Server only:
 * the list weighs 18 kB.
 * @example simplifiedOf("龍華機電") // "龙华机电"
 */
export const simplifiedOf = (text: string): string =>
  HAN.test(text) ? text.replace(/[\u3400-\u9fff]/g, (one) => simplified.get(one) ?? one) : text;

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ё: "е",
};
const ACCENTED = /[\u00c0-\u024f\u0370-\u03ff\u0451\u1e00-\u1fff]|\p{M}/u;

/**
 * Lower-case text without the accents of Latin and Greek letters; marks that make other letters of other
 * scripts stay. @example plainLetters("müller") // "muller"
 */
export function plainLetters(text: string): string {
  if (!ACCENTED.test(text)) return text;
  return text
    .replace(/[ßæœøłđðþıħŧё]/g, (one) => LETTERS[one] ?? one)
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "")
    .normalize("NFC");
}
