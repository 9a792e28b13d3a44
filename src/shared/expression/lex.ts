import { MAX_DIGITS } from "./limits.ts";
import { fail } from "./problem.ts";
import type { Span } from "./types.ts";

export type Token =
  | { readonly is: "number"; readonly value: string; readonly at: Span }
  | { readonly is: "text"; readonly value: string; readonly at: Span }
  | { readonly is: "name"; readonly value: string; readonly quoted: boolean; readonly at: Span }
  | { readonly is: "symbol"; readonly value: string; readonly at: Span }
  | { readonly is: "end"; readonly at: Span };

/** What a Chinese input method types in place of the ASCII sign. */
const TYPED_SIGNS: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "＝": "=",
  "＞": ">",
  "＜": "<",
  "！": "!",
  "＋": "+",
  "－": "-",
  "＊": "*",
  "／": "/",
  "＆": "&",
  "？": "?",
  "：": ":",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "．": ".",
  "×": "*",
  "÷": "/",
  "−": "-",
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "％": "%",
};
const LONG_SIGNS = new Set(["==", "!=", "<=", ">=", "<>", "&&", "||"]);
const SIGNS = new Set("=<>!+-*/&?:()[],.%|".split(""));
const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "‘": "’" };
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "`": "`",
  "”": "”",
  "’": "’",
};
const NUMBER = /[0-9]+(?:\.[0-9]+)?/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const SPACE = /[\s\u3000\ufeff]+/y;
const FACTORS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
/** NUL and lone surrogates: neither can be stored as text. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Splits the source into tokens, the last being `end`. Throws `ProblemSignal` (syntax). */
export function lex(source: string): Token[] {
  const bad = UNSTORABLE.exec(source);
  if (bad)
    fail(
      "syntax",
      { start: bad.index, end: bad.index + 1 },
      { found: "U+" + (bad[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0") },
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const space = match(SPACE, source, at);
    if (space) {
      at += space.length;
      continue;
    }
    const token = readToken(source, at);
    tokens.push(token);
    at = token.at.end;
  }
  tokens.push({ is: "end", at: { start: source.length, end: source.length } });
  return tokens;
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function readToken(source: string, at: number): Token {
  const char = source.charAt(at);
  const close = QUOTES[char];
  if (close !== undefined) return readText(source, at, close);
  if (char === "`") return readQuotedName(source, at);
  if (char >= "0" && char <= "9") return readNumber(source, at);
  const name = match(NAME, source, at);
  if (name)
    return {
      is: "name",
      value: name.normalize("NFC"),
      quoted: false,
      at: { start: at, end: at + name.length },
    };
  return readSign(source, at);
}

function readSign(source: string, at: number): Token {
  const first = sign(source, at);
  const second = sign(source, at + 1);
  const both = `${first}${second}`;
  if (LONG_SIGNS.has(both) && first.length === 1)
    return { is: "symbol", value: both, at: { start: at, end: at + 2 } };
  if (first.length === 2 || SIGNS.has(first))
    return { is: "symbol", value: first, at: { start: at, end: at + 1 } };
  const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return fail("syntax", { start: at, end: at + found.length }, { found });
}
const sign = (source: string, at: number): string => TYPED_SIGNS[source.charAt(at)] ?? source.charAt(at);

function readNumber(source: string, at: number): Token {
  const digits = match(NUMBER, source, at) ?? "";
  let end = at + digits.length;
  const [whole = "", fraction = ""] = digits.split(".");
  if (whole.length > MAX_DIGITS || fraction.length > MAX_DIGITS)
    fail("too_large", { start: at, end }, { limit: MAX_DIGITS, what: "digits" });
  let power = FACTORS[source.charAt(end)] ?? 0;
  if (power > 0) end += 1;
  if (power === 0 && sign(source, end) === "%") {
    power = -2;
    end += 1;
  }
  const glued = match(NAME, source, end);
  if (glued)
    fail("syntax", { start: at, end: end + glued.length }, { found: source.slice(at, end + glued.length) });
  return { is: "number", value: shift(whole, fraction, power), at: { start: at, end } };
}

/** Moves the decimal point, exactly. */
function shift(whole: string, fraction: string, power: number): string {
  const digits = power >= 0 ? whole + fraction.padEnd(power, "0") : whole.padStart(1 - power, "0") + fraction;
  const places = Math.max(fraction.length - power, 0);
  const point = digits.length - places;
  const head = digits.slice(0, point).replace(/^0+(?=.)/, "");
  const tail = digits.slice(point).replace(/0+$/, "");
  return tail === "" ? head : `${head}.${tail}`;
}

function readText(source: string, at: number, close: string): Token {
  let value = "";
  let here = at + 1;
  while (source.charAt(here) !== close) {
    if (here >= source.length) fail("syntax", { start: at, end: source.length }, { expected: close });
    const [piece, length] =
      source.charAt(here) === "\\" ? readEscape(source, here) : [source.charAt(here), 1];
    value += piece;
    here += length;
  }
  if (UNSTORABLE.test(value)) fail("syntax", { start: at, end: here + 1 }, { found: "\\u" });
  return { is: "text", value: value.normalize("NFC"), at: { start: at, end: here + 1 } };
}

function readEscape(source: string, at: number): readonly [string, number] {
  const plain = ESCAPES[source.charAt(at + 1)];
  if (plain !== undefined) return [plain, 2];
  const unicode = /^\\u(?:([0-9a-fA-F]{4})|\{([0-9a-fA-F]{1,6})\})/.exec(source.slice(at, at + 10));
  const code = Number.parseInt(unicode?.[1] ?? unicode?.[2] ?? "", 16);
  if (!unicode || code > 0x10ffff)
    fail("syntax", { start: at, end: Math.min(at + 2, source.length) }, { found: source.slice(at, at + 2) });
  return [String.fromCodePoint(code), unicode[0].length];
}

function readQuotedName(source: string, at: number): Token {
  const close = source.indexOf("`", at + 1);
  if (close < 0) fail("syntax", { start: at, end: source.length }, { expected: "`" });
  return {
    is: "name",
    value: source.slice(at + 1, close).normalize("NFC"),
    quoted: true,
    at: { start: at, end: close + 1 },
  };
}
