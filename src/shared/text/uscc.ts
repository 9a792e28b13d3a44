import { type Label, label } from "../i18n/label.ts";

/** GB 32100-2015: digits and letters without I O S V Z; a character's place is its value. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The code in capitals, half width, without blanks. It may still be invalid. */
export const normaliseUscc = (text: string): string =>
  text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();

/**
 * The check character for the first 17 characters, null when one of them is not in the alphabet.
 * @example usccCheckCharacter("91350100M000100Y4") // "3"
 */
export function usccCheckCharacter(first17: string): string | null {
  if (first17.length !== 17) return null;
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** Whether the text is a 统一社会信用代码 with a right check character. Case and width do not count. */
export function isUscc(text: string): boolean {
  const code = normaliseUscc(text);
  return code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code[17];
}

const AUTHORITIES: Readonly<Record<string, Label>> = {
  "1": label("机构编制", "Public establishment"),
  "2": label("外交", "Foreign affairs"),
  "3": label("司法行政", "Justice"),
  "4": label("文化", "Culture"),
  "5": label("民政", "Civil affairs"),
  "6": label("旅游", "Tourism"),
  "7": label("宗教", "Religious affairs"),
  "8": label("工会", "Trade union"),
  "9": label("市场监管（工商）", "Market regulation"),
  A: label("中央军委改革和编制办公室", "Military reform and establishment"),
  N: label("农业", "Agriculture"),
  Y: label("其他", "Other"),
};

export interface UsccParts {
  readonly authority: Label;
  readonly category: string;
  /** GB/T 2260 code of where it was registered, six digits. */
  readonly region: string;
  /** Nine characters of the organisation itself. */
  readonly organisation: string;
  readonly check: string;
}

/** What a valid code says; null for an invalid one. */
export function usccParts(text: string): UsccParts | null {
  const code = normaliseUscc(text);
  if (!isUscc(code)) return null;
  return {
    authority: AUTHORITIES[code.slice(0, 1)] ?? label("未知", "Unknown"),
    category: code.slice(1, 2),
    region: code.slice(2, 8),
    organisation: code.slice(8, 17),
    check: code.slice(17),
  };
}
