import { century } from "./iso-date.ts";

const DIGITS = "〇一二三四五六七八九";

/**
 * "二〇二四年三月十五日", "民国113年3月5日", "24年3月5日" as a day with a year of four digits in digits; any other text as it
 * is.
 */
export function plainYear(text: string): string {
  const taiwan = /^(?:民国|民國|中华民国|中華民國) ?(\d{1,3})(年.*|[./-]\d.*)$/.exec(text);
  if (taiwan) return `${Number(taiwan[1]) + 1911}${taiwan[2]}`;
  const short = /^(\d\d)(年 ?\d{1,2}月 ?\d{1,2}[日号]?.*)$/.exec(text);
  if (short) return `${century(short[1]!)}${short[2]}`;
  const written =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})([日号].*)?$/.exec(
      text,
    );
  if (!written) return text;
  const year = [...written[1]!.replace(/[零○]/g, "〇")].map((sign) => DIGITS.indexOf(sign)).join("");
  return `${year}年${written
    .slice(2, 4)
    .map((part) => tens(part))
    .join("月")}${written[4] ?? "日"}`;
}
/** 三十一 is 31. */
function tens(text: string): number {
  const [before, behind] = text.includes("十")
    ? [text.slice(0, text.indexOf("十")), text.slice(text.indexOf("十") + 1)]
    : ["〇", text];
  return (before === "" ? 1 : DIGITS.indexOf(before)) * 10 + (behind === "" ? 0 : DIGITS.indexOf(behind));
}
