import Big from "big.js";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];

/**
 * An amount in 大写 as written on quotes, contracts and receipts; more than two decimals are rounded half up.
 * Throws on text that is not a decimal.
 * @example amountInWords("16409.02") // "人民币壹万陆仟肆佰零玖元零贰分"
 */
export function amountInWords(amount: string, prefix = "人民币"): string {
  const value = new Big(amount);
  const [whole = "0", cents = "00"] = value.abs().toFixed(2, Big.roundHalfUp).split(".");
  const [jiao = "0", fen = "0"] = cents;
  const yuan = whole === "0" ? "" : `${wholeInWords(whole)}元`;
  const sign = value.lt(0) && (yuan || cents !== "00") ? "负" : "";
  return `${prefix}${sign}${yuan}${partsInWords(yuan !== "", jiao, fen)}`;
}

function partsInWords(hasYuan: boolean, jiao: string, fen: string): string {
  if (jiao === "0" && fen === "0") return hasYuan ? "整" : "零元整";
  if (jiao === "0") return `${hasYuan ? "零" : ""}${digit(fen)}分`;
  return `${digit(jiao)}角${fen === "0" ? "整" : `${digit(fen)}分`}`;
}

const digit = (character: string): string => DIGITS[Number(character)] ?? "";

/** Splits at 亿, then at 万: what stands before is read like a number of its own. */
function wholeInWords(digits: string): string {
  if (digits.length > 8) return split(digits, 8, "亿");
  if (digits.length > 4) return split(digits, 4, "万");
  let words = "";
  let zero = false;
  for (let index = 0; index < digits.length; index += 1) {
    const character = digits[index] ?? "0";
    if (character === "0") zero = true;
    else {
      words += `${zero && words ? "零" : ""}${digit(character)}${PLACES[digits.length - 1 - index] ?? ""}`;
      zero = false;
    }
  }
  return words;
}

function split(digits: string, length: number, unit: string): string {
  const head = wholeInWords(digits.slice(0, -length));
  const tail = digits.slice(-length).replace(/^0+/, "");
  if (tail === "") return `${head}${unit}`;
  return `${head}${unit}${tail.length < length ? "零" : ""}${wholeInWords(tail)}`;
}
