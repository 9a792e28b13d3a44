import { cleanLine } from "./clean-line.ts";

/**
 * What a number is: a Chinese mobile, a landline with its area code, a service number (400, 95…), one of
 * another country, or digits without an area.
 */
export type PhoneKind = "mobile" | "landline" | "service" | "foreign" | "local";
export interface Phone {
  readonly kind: PhoneKind;
  /** As stored: 13800138000 · 0512-66668888 · 0512-66668888-801 · 400-820-1234 · +14155552671 · 66668888 */
  readonly text: string;
}

/** How people and programs say that a number follows. */
const PREFIX =
  /^(?:tel|phone|mobile|mob|cell|fax|t|m|电话|手机|座机|固话|热线|传真|電話|手機)\s*[.:]\s*|^tel(?=[+\d])/i;

/**
 * A number as it was pasted, in signs of a keyboard: nothing without width, one kind of digits and of dashes,
 * no word in front.
 */
export const plainPhone = (given: string): string =>
  cleanLine(given)
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\u30fc\u00b7\u2022]/g, "-")
    .replace(PREFIX, "")
    .trim()
    .toLowerCase();

/** Before its extension, as numbers are kept with one: "400-820-1234-2" is no longer number, nor "95588-1". */
const KEPT_BEFORE = "(?:1[3-9]\\d{9}|0\\d{2,3}-\\d{7,8}|[48]00-\\d{3}-\\d{4}|9\\d{4,7}|[2-8]\\d{6,7})";
const EXTENSION = new RegExp(
  "^(.+?)(?:\\s*(?:转|轉|分机|分機|;ext=|extension|ext\\.?|x|#|\\*|,|;)\\s*|(?<=\\d{7})-(?=\\d{1,5}$)" +
    `|(?<=^${KEPT_BEFORE})-(?=\\d{1,6}$)|(?<=^1[0-2]\\d{3})-(?=\\d{1,5}$))(\\d{1,6})$`,
);

const AREA = /^(0(?:10|2\d|[3-9]\d\d))(\d{7,8})$/;

/** As numbers are kept: most that are read were read before. */
const STORED = /^(?:1[3-9]\d{9}|0(?:10|2\d|[3-9]\d\d)-\d{7,8})$/;

/**
 * Reads a number as people write it: full width, blanks, brackets, +86, 转 801. Null when it cannot be one.
 * @example readPhone("+86 138-0013-8000") // {kind: "mobile", text: "13800138000"}
 */
export function readPhone(given: string): Phone | null {
  if (STORED.test(given)) return { kind: given.startsWith("1") ? "mobile" : "landline", text: given };
  const text = plainPhone(given)
    .replace(/\s*\(((?:转|轉|分机|分機|ext\.?|x|#)\s*\d{1,6})\)$/, "$1")
    .replace(/(?<=[转轉]\s*\d{1,6})\s*(?:分机|分機|号|號)$/, "")
    // What a program that keeps numbers with decimals makes of one.
    .replace(/(?<=^\+?\d{7,15})\.0$/, "");
  if (hasTwoNumbers(text)) return null;
  const american = /^1[-. ]\(?([2-9]\d\d)\)?[-. ]([2-9]\d\d)[-. ](\d{4})$/.exec(text);
  if (american) return { kind: "foreign", text: `+1${american.slice(1).join("")}` };
  const parts = EXTENSION.exec(text);
  // "+49 (0)30": the zero is only dialled within the country.
  const main = (parts?.[1] ?? text)
    .replace(/(?<=^(?:\+|00)\d{1,3}\s?)\(0\)/, "")
    .replace(/[\s().\-_/'·]/g, "");
  const extension = parts?.[2] ? `-${parts[2]}` : "";
  if (!/^\+?\d{3,17}$/.test(main)) return null;
  const inland = main.replace(/^(?:\+86|0086|86(?=1[3-9]\d{9}$|(?:10|2\d|[3-9]\d\d)\d{7,8}$))/, "");
  if (inland.startsWith("+") || inland.startsWith("00")) return readForeign(inland, extension);
  if (/^1[3-9]\d{9}$/.test(inland)) return { kind: "mobile", text: `${inland}${extension}` };
  if (/^[48]00\d{7}$/.test(inland))
    return {
      kind: "service",
      text: `${inland.slice(0, 3)}-${inland.slice(3, 6)}-${inland.slice(6)}${extension}`,
    };
  const area = AREA.exec(inland) ?? (main === inland ? null : AREA.exec(`0${inland}`));
  if (area) return { kind: "landline", text: `${area[1]}-${area[2]}${extension}` };
  if (/^(?:1\d{2,4}|9\d{4,7})$/.test(inland)) return { kind: "service", text: `${inland}${extension}` };
  return /^[2-8]\d{6,7}$/.test(inland) ? { kind: "local", text: `${inland}${extension}` } : null;
}

/**
 * "0512-6666888/9" and "6666888、6666889" are two numbers; only behind an area code does a stroke part one
 * number.
 */
const hasTwoNumbers = (text: string): boolean =>
  /[/|、]/.test(text) && !/^(?:\+?\d{1,3}[ -]?)?\(?0?\d{2,4}\)?\s*\/\s*\d[\d\s-]{5,}$/.test(text);

const PARTED = /[/|、,，;；\n]|\s{1,}(?=[+(]?\d{3,}.*)/;
/** Several whole numbers in one cell. @example holdsSeveralPhones("13800138000/021-68880101") // true */
export function holdsSeveralPhones(given: string): boolean {
  const parts = given.split(PARTED).filter((part) => part.replace(/\D/g, "").length > 0);
  return (
    parts.length > 1 &&
    parts.filter((part) => part.replace(/\D/g, "").length >= 7).length > 1 &&
    parts.every((part) => /^[\s\d+().-]+$/.test(plainPhone(part)))
  );
}

function readForeign(digits: string, extension: string): Phone | null {
  const international = digits.replace(/^(?:\+|00)/, "");
  return /^[1-9]\d{6,14}$/.test(international)
    ? { kind: "foreign", text: `+${international}${extension}` }
    : null;
}

/** The stored form of a number, null when it cannot be one. */
export const normalisePhone = (given: string): string | null => readPhone(given)?.text ?? null;

/**
 * A number for reading.
 * @example formatPhone("13800138000") // "138 0013 8000"
 */
export const formatPhone = (stored: string): string =>
  stored.replace(/^(1[3-9]\d)(\d{4})(\d{4})(?!\d)/, "$1 $2 $3");

/**
 * A number with its middle hidden; what stays is at most half of it.
 * @example maskPhone("13800138000") // "138****8000"
 */
export function maskPhone(stored: string): string {
  if (/^1[3-9]\d{9}/.test(stored)) return `${stored.slice(0, 3)}****${stored.slice(7, 11)}`;
  const shown = Math.min(4, Math.floor(stored.length / 4));
  return `${stored.slice(0, shown)}****${shown > 0 ? stored.slice(-shown) : ""}`;
}
