/** Words for powers of ten, longest first. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\s?(crores?|cr\.)$/i, "10000000"],
  [/\s?(lakhs?|lacs?)$/i, "100000"],
  [/(十亿|十億)(元|圆|块)?$/, "1000000000"],
  [/(亿|億)(元|圆|块)?$/, "100000000"],
  [/(千万|千萬)(元|圆|块)?$/, "10000000"],
  [/(百万|百萬)(元|圆|块)?$/, "1000000"],
  [/(十万|十萬)(元|圆|块)?$/, "100000"],
  [/(万|萬|w)(元|圆|块)?$/i, "10000"],
  [/(千)(元|圆|块)?$/, "1000"],
  [/(元|圆|块)(整|正)?$/, "1"],
  [/\s?(bn|billion)$/i, "1000000000"],
  [/\s?(mrd\.?)$/i, "1000000000"],
  [/\s?(mn|mio\.?|mill?\.|millions?)$/i, "1000000"],
  [/\s?(tsd\.?|thousands?)$/i, "1000"],
  [/(?<=\d)\s?m$/i, "1000000"],
  [/(?<=\d)\s?[k千]$/i, "1000"],
];
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(hk\$|hkd|港币|港元)|(hk\$|hkd|港币|港元)$/i, "HKD"],
  [/^(nt\$|twd|新?台币)|(nt\$|twd|新?台币|新?臺幣)$/i, "TWD"],
  [/^(s\$|sgd|新加坡元|新币)|(s\$|sgd|新加坡元|新币)$/i, "SGD"],
  [/^(a\$|au\$|aud|澳元)|(a\$|au\$|aud|澳元)$/i, "AUD"],
  [/^(c\$|ca\$|cad|加元)|(c\$|ca\$|cad|加元)$/i, "CAD"],
  [/^(r\$|brl)|(r\$|brl)$/i, "BRL"],
  [/^(us\$|usd|\$|美元|美金)|(us\$|usd|\$|美元|美金)$/i, "USD"],
  [/^(jp¥|jp￥|jpy|日元|日圆)|(jpy|日元|日圆|日圓|円)$/i, "JPY"],
  [/^(cny|rmb|cn¥|人民[币幣]|¥|￥)|(cny|rmb|人民[币幣]|¥|￥)$/i, "CNY"],
  [/^(eur|€|欧元)|(eur|€|欧元)$/i, "EUR"],
  [/^(gbp|£|英镑)|(gbp|£|英镑)$/i, "GBP"],
  [/^(krw|₩|韩元)|(krw|₩|韩元)$/i, "KRW"],
  [/^(inr|₹|rs\.?(?=\s?[\d-]))|(inr|₹)$/i, "INR"],
  [/^(rub|₽|卢布)|(rub|₽|卢布)$/i, "RUB"],
  [/^(thb|฿|泰铢)|(thb|฿|泰铢)$/i, "THB"],
  [/^(vnd|₫|越南盾)|(vnd|₫|越南盾)$/i, "VND"],
  [/^(chf|sfr\.?|瑞士法郎)|(chf|sfr\.?|瑞士法郎)$/i, "CHF"],
  [/^(pln|zł)|(pln|zł)$/i, "PLN"],
];

/** Takes the first pattern that fits off the text. */
function stripFirst(
  text: string,
  patterns: readonly (readonly [RegExp, string])[],
): readonly [string, string | undefined] {
  const found = patterns.find(([pattern]) => pattern.test(text));
  return found ? [text.replace(found[0], "").trim(), found[1]] : [text, undefined];
}
const CODES = new Set(Intl.supportedValuesOf("currency"));

/**
 * Takes the currency off a text, sign, name or ISO code, in front or behind. @example stripCurrency("1200
 * SEK") // ["1200", "SEK"]
 */
export function stripCurrency(text: string): readonly [string, string | undefined] {
  // "$1,234 CAD" says it twice: a bare dollar or yen sign is the one that the other names.
  const unsigned = text.replace(/^[$¥￥]\s*|\s*[$¥￥]$/, "");
  const named = unsigned === text ? undefined : stripNamed(unsigned);
  return named?.[1] ? named : stripNamed(text);
}
function stripNamed(text: string): readonly [string, string | undefined] {
  const [rest, currency] = stripFirst(text, CURRENCIES);
  return currency ? [rest.replace(/^:\s*/, ""), currency] : stripCode(text);
}
function stripCode(text: string): readonly [string, string | undefined] {
  const code = /^([a-z]{3})(?=[\s\d+-])|(?<=[\s\d.,])([a-z]{3})$/i.exec(text);
  const name = (code?.[1] ?? code?.[2] ?? "").toUpperCase();
  return code && CODES.has(name) ? [text.replace(code[0], "").trim(), name] : [text, undefined];
}
/** Takes the unit off a text. @example stripUnit("3.5万元") // ["3.5", "10000"] */
export const stripUnit = (text: string): readonly [string, string | undefined] => stripFirst(text, UNITS);

export interface Unit {
  /** What one of the column's numbers stands for. */
  readonly factor: string;
  readonly currency?: string;
  /** Of percentages: what 0.2 in the column means. */
  readonly percent?: "points" | "fraction" | "permille";
}

/**
 * What a unit of a column means; null where it is none. @example readUnit("万美元") // { factor: "10000",
 * currency: "USD" }
 */
export function readUnit(text: string): Unit | null {
  const plain = text.normalize("NFKC").trim();
  if (/^(%|percent|百分比|百分点)$/i.test(plain)) return { factor: "1", percent: "points" };
  if (/^(fraction|小数|比例)$/i.test(plain)) return { factor: "1", percent: "fraction" };
  if (/^(‰|permille|千分比)$/i.test(plain)) return { factor: "1", percent: "permille" };
  const [rest, currency] = stripCurrency(`1${plain}`.replace(/^1(?=[a-z])/i, "1 "));
  const [number, factor = "1"] = stripUnit(rest);
  if (number.trim() !== "1" && number.trim() !== "") return readBackwards(plain);
  return currency || factor !== "1" || /^(元|圆|块)$/.test(plain)
    ? { factor, ...(currency ? { currency } : {}) }
    : null;
}
/** "USD k", "人民币万元": the currency in front of the unit. */
function readBackwards(plain: string): Unit | null {
  const [rest, currency] = stripCurrency(`${plain} `.replace(/\s+/g, " ").trimEnd());
  if (!currency || rest === plain) return null;
  const [number, factor] = stripUnit(`1${rest}`);
  return factor !== undefined && number === "1" ? { factor, currency } : null;
}

/** How titles say "in units of": what is left is the unit. */
const IN_UNITS = /^(?:单位\s*:?\s*|in\s+|of\s+|unit:?\s*)+/i;
/** A unit as titles write it, which no number does: "'000", "10K CNY", "TEUR", "in thousands". */
export function spelledUnit(text: string): string | undefined {
  const plain = text.trim().replace(IN_UNITS, "").trim();
  if (plain === "") return undefined;
  const worded = plain
    .replace(/(?:[x×]\s*1[,.]?|1,|(?<!\d)['’]?)000['’]?s?(?!\d)/i, "千")
    .replace(/^T(?=€|EUR$|CHF$|USD$)/, "千")
    .replace(/\b10\s?k\b/i, "万")
    .replace(/(?<![a-z])thousands?(?![a-z])/i, "千")
    .replace(/(?<![a-z])(?:mio\.?|millions?|mn)(?![a-z])/i, "百万")
    .replace(/(?<![a-z])(?:bn|billions?)(?![a-z])/i, "十亿")
    .replace(/(?<=\S)\/(?=\S)/, "")
    .replace(/\bof\b/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return [plain, worded, worded.replace(" ", ""), worded.replace(/^(\S+) (\S+)$/, "$2$1")].find((one) =>
    readUnit(one),
  );
}

/**
 * The unit that stands in a column's title: in brackets, behind a stroke, a colon or "in", or at its end.
 * @example unitInTitle("金额（万元）") // "万元"
 */
export function unitInTitle(title: string): string | undefined {
  const plain = title.normalize("NFKC").trim();
  const inBrackets = [...plain.matchAll(/[([【]([^()[\]【】]+)[)\]】]/g)].flatMap(([, text = ""]) => [
    text,
    ...text.split(/[,，;；、]/),
  ]);
  const behind = /(?<=[a-z\s])in\s+(.+)$/i.exec(plain)?.[1];
  const parts = /[/_,:;\s-]\s*([^/_,:;\s-]+)$/.exec(plain)?.[1];
  const lastTwo = /\s(\S+\s+\S+)$/.exec(plain)?.[1];
  const end = /(?<=[\u4e00-\u9fff])(单位\s*:?\s*)?((?:千|百|十)?万美?元|亿元|千元)$/.exec(plain)?.[2];
  const sign = /(?<=[\u4e00-\u9fff])(%|‰)$/.exec(plain)?.[1];
  const whole = spelledUnit(plain);
  if (whole && readUnit(whole)?.currency) return whole;
  const found = [...inBrackets, behind, lastTwo, parts, end, sign].map((text) =>
    text === undefined ? undefined : spelledUnit(text),
  );
  return found.find((unit) => unit !== undefined);
}
