import { wellFormedText } from "./well-formed.ts";

/** Scripts whose letters are joined or kept apart by U+200C and U+200D. */
const JOINING =
  "Arabic Syriac Mandaic Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Thaana Tibetan"
    .split(" ")
    .map((script) => `\\p{Script=${script}}`)
    .join("");
/** The signs that stop a vowel (virama); a joiner after them counts at the end of a word as well. */
const VIRAMA = "\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA";
/**
 * Signs that Unicode calls formats although they are seen: they stand before the digits of Arabic, Syriac and
 * Kaithi numbers.
 */
const SEEN_FORMATS = "\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}";

/**
 * Letters, digits and signs of a keyboard and everyday Chinese: nothing invisible, nothing to compose.
 * Imports ask this of every cell.
 */
const PLAIN = /^[\x20-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]*$/;
/** What needs a closer look at all; most text has none of it. */
const SUSPECT = /^[\s\p{M}]|[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/**
 * Whole signs that are made with invisible parts, and stay: flags of regions, keycaps, emoji with a variation
 * or joined ones, variants of ideographs, joined letters.
 */
const NEEDED = [
  "\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{1,8}\\u{E007F}",
  "[0-9#*]\\uFE0F\\u20E3",
  "(?![0-9#*])\\p{Emoji}[\\uFE0E\\uFE0F]?\\p{Emoji_Modifier}?(?:\\u200D(?![0-9#*])\\p{Emoji}\\uFE0F?\\p{Emoji_Modifier}?)*",
  "(?:\\p{Script=Han}|\\p{Sm})[\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]",
  "\\p{Script=Mongolian}[\\u180B-\\u180F]",
  `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])`,
  `(?<=[${VIRAMA}])[\\u200C\\u200D]`,
  `[${SEEN_FORMATS}]`,
].join("|");
const KEPT_OR_NOT = new RegExp(`(${NEEDED})|[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]`, "gu");
const OUTER_BLANKS = /^[\s\u2800]+|[\s\u2800]+$/gu;
/** What leaves nothing to be seen when it stands alone: also marks that need a letter to stand on. */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * Nothing in it can be seen. Blanks, signs without width and marks without a letter do not count. @example
 * isBlank("\u200b\u00ad ") // true
 */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, "") === "";

/**
 * One line of text as people see it: no signs without width, none that turn the direction of writing, no
 * control signs, no blanks around it. Joiners stay within emoji and in scripts that need them. Line breaks
 * become a blank. A text of which nothing can be seen becomes "".
 * @example cleanLine("\u200bone@harbor.example\u00a0") // "one@harbor.example"
 */
export function cleanLine(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  if (!SUSPECT.test(text)) return wellFormedText(text).normalize("NFC").trim();
  const shown = wellFormedText(text)
    .normalize("NFC")
    .replace(LINE_BREAKS, " ")
    .replace(KEPT_OR_NOT, (_, kept: string | undefined) => kept ?? "")
    .replace(OUTER_BLANKS, "")
    .normalize("NFC");
  return isBlank(shown) ? "" : shown;
}

/** Control signs except tab and line breaks, and whatever turns the direction of all that follows. */
const HARMFUL = /(?![\t\n\r\u0085])\p{Cc}|[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/gu;

/**
 * Text of several lines: the signs that would reach beyond it are dropped, all others stay as they were
 * written.
 */
export const cleanParagraphs = (text: string): string =>
  wellFormedText(text).normalize("NFC").replace(HARMFUL, "");

/**
 * A file's name as people see it, in one line, without the signs that part a path; at most the last `max`
 * characters, "" when nothing is left.
 */
export const cleanFileName = (name: string, max = 255): string =>
  cleanLine(cleanLine(name).replace(/[/\\]/g, "_").slice(-max));
