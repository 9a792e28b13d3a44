/** What a number format makes of a number, as far as it changes what the cell means. */
export type NumberFormat =
  | { readonly shows: "number"; readonly currency?: string; readonly factor?: string }
  /** Each sign means a hundred times the number kept. */
  | { readonly shows: "percent"; readonly signs: number; readonly isPermille?: true }
  | { readonly shows: "date" | "datetime" | "time" | "duration" }
  /** Nothing but fixed text for these numbers: 1 as 是. The first section whose condition holds. */
  | { readonly shows: "words"; readonly sections: readonly Section[] }
  /** Zeros and fixed text only: 42 as 00042 or D-0042. A zero in `pattern` is "\0". */
  | { readonly shows: "code"; readonly pattern: string };

/** Formats that every workbook has without writing them down; those that show a plain number are left out. */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = {
  9: { shows: "percent", signs: 1 },
  10: { shows: "percent", signs: 1 },
  ...Object.fromEntries(
    [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, { shows: "date" }]),
  ),
  ...Object.fromEntries(
    [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, { shows: "time" }]),
  ),
  22: { shows: "datetime" },
  46: { shows: "duration" },
};
const PLAIN: NumberFormat = { shows: "number" };
export const builtInFormat = (id: number): NumberFormat => BUILT_IN[id] ?? PLAIN;

const UNITS: Readonly<Record<string, string>> = {
  千: "1000",
  千元: "1000",
  万: "10000",
  萬: "10000",
  万元: "10000",
  百万: "1000000",
  百万元: "1000000",
  千万: "10000000",
  亿: "100000000",
  億: "100000000",
  亿元: "100000000",
};
const CURRENCIES: Readonly<Record<string, string>> = {
  "¥": "CNY",
  "￥": "CNY",
  "€": "EUR",
  "£": "GBP",
  $: "USD",
  us$: "USD",
  hk$: "HKD",
  nt$: "TWD",
  "₩": "KRW",
  "₹": "INR",
  "₽": "RUB",
  "฿": "THB",
};
/** The same sign in another country: by the language of the format. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  "¥411": "JPY",
  "￥411": "JPY",
  $404: "TWD",
  $c04: "HKD",
  $1004: "SGD",
  $c09: "AUD",
  $1009: "CAD",
};

interface Parts {
  /** Digits, points, commas and signs of the format, literals left out. */
  marks: string;
  literals: string[];
  pattern: string;
  currency?: string;
  isDuration: boolean;
}

/** Takes the first section of a format apart. */
function partsOf(code: string): Parts {
  const parts: Parts = { marks: "", literals: [], pattern: "", isDuration: false };
  const literal = (text: string): void => {
    if (text.trim() !== "") parts.literals.push(text.trim());
    parts.pattern += text;
  };
  for (let at = 0; at < code.length; at++) {
    const sign = code[at]!;
    if (sign === ";") break;
    if (sign === '"') {
      const end = code.indexOf('"', at + 1);
      literal(code.slice(at + 1, end < 0 ? undefined : end));
      at = end < 0 ? code.length : end;
    } else if (sign === "\\" || sign === "!") literal(code[++at] ?? "");
    else if (sign === "_" || sign === "*") at += 1;
    else if (sign === "[") {
      const end = code.indexOf("]", at);
      bracket(parts, code.slice(at + 1, end < 0 ? undefined : end), literal);
      at = end < 0 ? code.length : end;
    } else if (/[0#?.,%@A-Za-z/]/.test(sign)) {
      parts.marks += sign;
      parts.pattern += sign === "0" ? "\0" : sign;
    } else literal(sign);
  }
  return parts;
}
function bracket(parts: Parts, text: string, literal: (text: string) => void): void {
  const currency = /^\$([^-]*)(?:-(?:0*)([0-9a-f]+))?/i.exec(text);
  if (currency) {
    const [, sign = "", language = ""] = currency;
    const code =
      BY_LANGUAGE[`${sign}${language.toLowerCase()}`] ??
      CURRENCIES[sign.toLowerCase()] ??
      (/^[A-Z]{3}$/.test(sign.trim()) ? sign.trim() : undefined);
    if (code) parts.currency = code;
    else literal(sign);
  } else if (/^(?:h+|m+|s+)$/i.test(text)) parts.isDuration = true;
}

/** What a format code does. @example readFormat('"D-"0000') // { shows: "code", pattern: "D-\0\0\0\0" } */
export function readFormat(code: string): NumberFormat {
  if (/^general$/i.test(code.trim()) || code.trim() === "@") return PLAIN;
  const parts = partsOf(code.replace(/am\/pm|上午\/下午|a\/p/gi, ""));
  if (parts.isDuration) return { shows: "duration" };
  const sections = sectionsOf(code);
  if (sections.some(({ words }) => words !== undefined)) return { shows: "words", sections };
  const marks = parts.marks.replace(/general/gi, "#").replace(/e[+-]?(?=0)/gi, "");
  if (/[ymdhsge]/i.test(marks)) return dated(marks.toLowerCase());
  const signs = marks.split("%").length - 1;
  if (signs > 0) return { shows: "percent", signs };
  if (parts.literals.some((text) => text.endsWith("‰")))
    return { shows: "percent", signs: 0, isPermille: true };
  return numbered(parts, marks);
}

function dated(marks: string): NumberFormat {
  const hasTime = /[hs]/.test(marks);
  const hasDay = /[ydg]/.test(marks) || !hasTime;
  return { shows: hasDay ? (hasTime ? "datetime" : "date") : "time" };
}

function numbered({ literals, pattern, currency: named }: Parts, marks: string): NumberFormat {
  const words = literals.filter((text) => !/^[-\s()+:]+$/.test(text));
  const currency =
    named ?? words.map((text) => CURRENCIES[text.toLowerCase()]).find((found) => found !== undefined);
  // "0,": shown in thousands, but what is kept is the whole number.
  const isScaled = /[0#?],+(?:\.|$)/.test(marks.replace(/[^0#?.,]/g, ""));
  const factor = isScaled ? undefined : words.map((text) => UNITS[text]).find((found) => found !== undefined);
  const meaningless = words.every(
    (text) => CURRENCIES[text.toLowerCase()] || UNITS[text] || text === "%" || text === "元",
  );
  const isCode = /^0+$/.test(marks) && (marks.length > 1 || !meaningless) && !currency && !factor;
  if (isCode) return { shows: "code", pattern };
  return { shows: "number", ...(currency ? { currency } : {}), ...(factor ? { factor } : {}) };
}

/** One of the parts of a format, which semicolons part. */
export interface Section {
  readonly holds: (value: number) => boolean;
  /** What it shows where it has no place for a digit, "" for nothing at all; undefined where it has. */
  readonly words?: string;
}
const COMPARE: Readonly<Record<string, (value: number, with_: number) => boolean>> = {
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
};
/** The sections for numbers, in the order in which a spreadsheet tries them. */
function sectionsOf(code: string): readonly Section[] {
  const texts = (code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=^|;)(?=;|$)/g) ?? []).slice(0, 3);
  if (texts.length < 2) return [];
  const usual: readonly ((value: number) => boolean)[] =
    texts.length === 2
      ? [(value) => value >= 0, () => true]
      : [(value) => value > 0, (value) => value < 0, () => true];
  return texts.map((text, at) => {
    const [, sign = "", limit] = /\[(=|<>|>=?|<=?)(-?[\d.]+)\]/.exec(text) ?? [];
    const compare = COMPARE[sign];
    const { marks, literals } = partsOf(text);
    const words = marks === "" ? literals.join("") : undefined;
    return {
      holds: compare ? (value) => compare(value, Number(limit)) : (usual[at] ?? (() => true)),
      ...(words ? { words } : {}),
    };
  });
}

/**
 * A whole number put into a code's pattern: the last digit into the last zero, what is over into the first.
 */
export function showCode(pattern: string, digits: string): string {
  const places = pattern.split("\0").length - 1;
  const padded = digits.padStart(places, "0");
  let at = padded.length - places;
  const over = padded.slice(0, at);
  let isFirst = true;
  return pattern.replaceAll("\0", () => {
    const digit = padded[at++]!;
    if (!isFirst) return digit;
    isFirst = false;
    return over + digit;
  });
}
