import { spelledUnit } from "./number-unit.ts";
import { squeezeText } from "./squeeze-text.ts";

/** What stands behind a title and is not part of it: "（万元）", "(k)", "/万元", "*", "（必填）". */
const TAIL =
  /\s*(?:[（(【[][^）)】\]]*[）)】\]]|[/／_-]\s*(?:[千百十]?[万亿]|千|k|m|mn)?(?:元|圆|人民币|rmb|cny|usd|%|％)?|[*＊:：])\s*$/i;

function withoutTail(title: string): string {
  let text = title
    .normalize("NFKC")
    .trim()
    .replace(/^[*＊]\s*/, "");
  for (let before = ""; before !== text;) {
    before = text;
    const shorter = text.replace(TAIL, "").trim();
    if (shorter !== "") text = shorter;
  }
  // "Revenue in thousands", "年营收万元", "赢率%"
  const behind = /^(.{2,}?)(?:\s+(in\s+.+)|(?<=\p{Script=Han})(%|‰|[千百十]?万元|亿元|千元))$/iu.exec(text);
  return behind && spelledUnit(behind[2] ?? behind[3] ?? "") ? behind[1]!.trim() : text;
}
/** A title in two languages is each of them: "客户名称 Account name", "金额/Amount". */
function inParts(title: string): readonly string[] {
  const parts = title
    .split(/[/／|\n]|(?<=\p{Script=Han})\s*(?=[A-Za-z]{3})|(?<=[A-Za-z]{2})\s*(?=\p{Script=Han})/u)
    .map((part) => part.trim());
  return parts.length > 1 ? parts : [];
}

export interface HeaderWords {
  /** The title as it stands, squeezed. */
  readonly whole: string;
  /** Without its unit and signs, and its parts where it speaks two languages. */
  readonly core: readonly string[];
}
/** The words of a column's title that may name a field. */
export function headerWords(title: string): HeaderWords {
  const core = withoutTail(title);
  const words = [core, ...inParts(core)].map(squeezeText).filter((word) => word !== "");
  return { whole: squeezeText(title), core: [...new Set(words)] };
}

const HAN = /\p{Script=Han}/u;
/**
 * How much of a title a word is that it ends with: the last word of a title says what it is. 0: it does not,
 * or the word is too short to say anything.
 */
export function endShare(title: string, word: string): number {
  const least = HAN.test(word) ? 2 : 5;
  return word.length >= least && title.length > word.length && title.endsWith(word)
    ? word.length / title.length
    : 0;
}
