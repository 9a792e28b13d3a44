import type Big from "big.js";
import { partsOf } from "../time/dates.ts";
import { big } from "./values.ts";

export interface NumberFormat {
  readonly grouped: boolean;
  readonly places: number;
  readonly percent: boolean;
}
/** Numbers from 10^30 on have no formatted text. */
export const FORMAT_LIMIT = "1e30";
const NUMBER_FORMAT = /^(#,##)?0(?:\.(0{1,12}))?(%)?$/;

/** `#,##0.00`, `0`, `0.0%`; null for any other. */
export function numberFormat(format: string): NumberFormat | null {
  const parts = NUMBER_FORMAT.exec(format);
  return parts
    ? { grouped: parts[1] !== undefined, places: parts[2]?.length ?? 0, percent: parts[3] !== undefined }
    : null;
}
export function formatNumber(value: Big, format: NumberFormat): string | null {
  const scaled = big(format.percent ? value.times(100) : value).round(format.places, 1);
  if (scaled.abs().gte(FORMAT_LIMIT)) return null;
  const [whole = "", fraction] = scaled.abs().toFixed(format.places).split(".");
  const grouped = format.grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return `${scaled.lt(0) ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}${format.percent ? "%" : ""}`;
}

export type DateToken = "YYYY" | "MM" | "M" | "DD" | "D" | { readonly text: string };
/** Tokens of `yyyy-mm-dd`, `yyyy年m月d日` and the like; null for any other. */
export function dateFormat(format: string): readonly DateToken[] | null {
  if (format.length > 40 || !/^(?:yyyy|mm?|dd?|[-/. 年月日])+$/i.test(format)) return null;
  return (format.toUpperCase().match(/YYYY|MM?|DD?|[-/. 年月日]/g) ?? []).map((token) =>
    token === "YYYY" || token === "MM" || token === "M" || token === "DD" || token === "D"
      ? token
      : { text: token },
  );
}
export function formatDate(date: string, tokens: readonly DateToken[]): string {
  const { month, day } = partsOf(date);
  const words = {
    YYYY: date.slice(0, 4),
    MM: date.slice(5, 7),
    M: String(month),
    DD: date.slice(8, 10),
    D: String(day),
  };
  return tokens.map((token) => (typeof token === "string" ? words[token] : token.text)).join("");
}
