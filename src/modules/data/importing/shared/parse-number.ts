import Big from "big.js";
import { stripCurrency, stripUnit } from "./number-unit.ts";

/** Which sign stands before the decimals; the other one, or a blank, groups the thousands. */
export type DecimalMark = "point" | "comma";

export interface ParsedNumber {
  /** Canonical decimal: "-1234.5". */
  readonly amount: string;
  readonly currency?: string;
  readonly percent?: boolean;
  /** It names its own unit, 万, k or 元. */
  readonly hasUnit?: boolean;
}

/** What digits mean under either decimal mark; the two are the same where no mark is in doubt. */
export interface Readings {
  readonly point?: string;
  readonly comma?: string;
}
const GROUPED = {
  point: /^[1-9]\d{0,2}(?:([,' ])\d{3}(?:\1\d{3})*)(\.\d*)?$/,
  comma: /^[1-9]\d{0,2}(?:([.' ])\d{3}(?:\1\d{3})*)(,\d*)?$/,
} as const;
/** Groups of four, as 万 and 亿 count, and of two, as lakhs do. */
const OTHER_GROUPS = /^[1-9]\d{0,3}(?:,\d{4})+(?:\.\d*)?$|^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d*)?$/;

function readDigits(text: string): Readings {
  if (text.length > 60) return {};
  if (/^\d+$/.test(text)) return { point: text, comma: text };
  if (/^\d+(?:[.,]\d+)?e[+-]?\d{1,2}$/i.test(text)) {
    const whole = !/[.,]/.test(text);
    return {
      ...(whole || text.includes(".") ? { point: text } : {}),
      ...(whole || text.includes(",") ? { comma: text.replace(",", ".") } : {}),
    };
  }
  const point = /^\d+\.\d*$|^\.\d+$/.test(text)
    ? text
    : GROUPED.point.test(text) || OTHER_GROUPS.test(text)
      ? text.replace(/[,' ]/g, "")
      : undefined;
  const comma = /^\d+,\d*$|^,\d+$/.test(text)
    ? text.replace(",", ".")
    : GROUPED.comma.test(text)
      ? text.replace(/[.' ]/g, "").replace(",", ".")
      : undefined;
  return { ...(point === undefined ? {} : { point }), ...(comma === undefined ? {} : { comma }) };
}

/** Canonical already: most cells of most files are. */
const PLAIN = /^-?(?:[1-9]\d{0,14}|0\.\d{0,14}[1-9]|[1-9]\d{0,14}\.\d{0,14}[1-9])$/;

interface Stripped {
  readonly text: string;
  readonly negative: boolean;
}
function stripSign({ text, negative }: Stripped): Stripped {
  // Ledgers of East Asia mark what is negative with a triangle.
  if (/^[△▲▵]\s*(?=[\d.,])/.test(text)) return { text: text.slice(1).trim(), negative: !negative };
  const accounting = /^\((.+)\)$/.exec(text);
  if (accounting) return { text: accounting[1]!.trim(), negative: !negative };
  if (/^[+-]/.test(text))
    return { text: text.slice(1).trim(), negative: text.startsWith("-") ? !negative : negative };
  // SAP and other ledgers put the sign behind.
  return /[\d.,]\s?-$/.test(text)
    ? { text: text.slice(0, -1).trim(), negative: !negative }
    : { text, negative };
}

interface TakenApart {
  readonly digits: Readings;
  readonly factor: string;
  readonly negative: boolean;
  readonly currency?: string;
  readonly percent: boolean;
  readonly hasUnit?: true;
}
/** Sign, currency, unit and percent sign off the digits; null where what is left are none. */
function takeApart(cell: string): TakenApart | null {
  const plain = cell
    .normalize("NFKC")
    .replace(/^'+(?=[\d+-])/, "")
    .replace(/[−–—﹣]/g, "-")
    .replace(/[’‘´`]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    // "1'234.-": no cents, as Swiss and German prices are written; no sign behind the number.
    .replace(/(?<=\d)[.,]-{1,2}(?=$|\s|[^\d-])/, "");
  const before = stripSign({ text: plain, negative: false });
  const [bare, currency] = stripCurrency(before.text);
  const after = bare === before.text ? before : stripSign({ ...before, text: bare });
  const percent = /[%‰]$/.test(after.text);
  const permille = after.text.endsWith("‰");
  const [number, factor] = stripUnit(percent ? after.text.slice(0, -1).trim() : after.text);
  const last = stripSign({ text: number, negative: after.negative });
  if (last.negative !== after.negative && after.negative) return null;
  const digits = readDigits(last.text);
  if (digits.point === undefined && digits.comma === undefined) {
    const composed = readComposed(after.text);
    return composed === null
      ? null
      : {
          digits: { point: composed, comma: composed },
          factor: "1",
          negative: last.negative,
          percent: false,
          hasUnit: true,
          ...(currency ? { currency } : {}),
        };
  }
  return {
    digits,
    factor: permille ? "0.1" : (factor ?? ""),
    negative: last.negative,
    percent,
    ...(currency ? { currency } : {}),
  };
}

/**
 * What one of a unit stands for, where several follow each other; 千万 is one unit, as is nothing at the end.
 */
const PLACES: Readonly<Record<string, number>> = {
  亿: 1e8,
  億: 1e8,
  千万: 1e7,
  千萬: 1e7,
  百万: 1e6,
  百萬: 1e6,
  十万: 1e5,
  十萬: 1e5,
  万: 1e4,
  萬: 1e4,
  千: 1e3,
};
/** "1亿2000万", "1亿3千万", "3万5千", "2万3500元": units one after the other, each smaller than the one before. */
function readComposed(text: string): string | null {
  if (!/^\d+(?:\.\d+)?(?:[亿億千]|[百十]?[万萬])/.test(text)) return null;
  let [rest, sum, limit] = [text.replace(/(?:元|圆|块)(?:整|正)?$/, ""), new Big(0), new Big("1e13")];
  while (rest !== "") {
    const part = /^(\d+(?:\.\d+)?)(亿|億|[千百十]?[万萬]|千|$)/.exec(rest);
    if (!part) return null;
    const factor = new Big(PLACES[part[2]!] ?? 1);
    const value = new Big(part[1]!).times(factor);
    // "3万5" may be 35,000 or 30,005: no number.
    if (factor.gte(limit) || value.gte(limit) || (part[2] === "" && value.lt(limit.div(10)))) return null;
    [rest, sum, limit] = [rest.slice(part[0].length), sum.plus(value), factor];
  }
  return sum.toFixed();
}

const valueOf = ({ factor, negative }: TakenApart, digits: string): string => {
  const value = new Big(digits).times(factor === "" ? 1 : factor).times(negative ? -1 : 1);
  return value.eq(0) ? "0" : value.toFixed();
};

/** What a cell's number is under either mark, with unit and sign; null where it is no number. */
export function numberReadings(cell: string): Readings | null {
  const apart = takeApart(cell);
  if (!apart) return null;
  const { point, comma } = apart.digits;
  return {
    ...(point === undefined ? {} : { point: valueOf(apart, point) }),
    ...(comma === undefined ? {} : { comma: valueOf(apart, comma) }),
  };
}

/**
 * Reads a number as people write it: "1,234.50", "１２３", "3.5万", "¥1,200", "(500)", "-$5", "12%". Exact; null
 * when it is none. Where the mark leaves two readings `mark` decides; a single reading stands against it,
 * unless `isStrict`.
 * @example parseNumber("¥3.5万元") // { amount: "35000", currency: "CNY", hasUnit: true }
 * @example parseNumber("3.100", "comma") // { amount: "3100" }
 */
export function parseNumber(
  cell: string,
  mark: DecimalMark = "point",
  isStrict = false,
): ParsedNumber | null {
  if (PLAIN.test(cell) && (mark === "point" || !cell.includes("."))) return { amount: cell };
  const apart = takeApart(cell);
  if (!apart) return null;
  const digits =
    apart.digits[mark] ?? (isStrict ? undefined : apart.digits[mark === "point" ? "comma" : "point"]);
  if (digits === undefined) return null;
  const { currency, percent, factor } = apart;
  return {
    amount: valueOf(apart, digits),
    ...(currency ? { currency } : {}),
    ...(percent ? { percent } : {}),
    ...(apart.hasUnit || (!percent && factor !== "") ? { hasUnit: true } : {}),
  };
}
