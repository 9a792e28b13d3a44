import type { FieldOf } from "./field.ts";

/**
 * What a format may name besides its own signs and one run of zeros for the number. `{DEPT}` is the code of
 * the record's department.
 */
export const NUMBER_TOKENS = ["YYYY", "YY", "MM", "DD", "DEPT"] as const;
const PLACE = /\{([^{}]*)\}/g;
const COUNT = /^0+$/;
const NEEDED = { year: ["YY"], month: ["YY", "MM"], day: ["YY", "MM", "DD"] } as const;

export type NumberProblem =
  | "no_count"
  | "two_counts"
  | "unknown_token"
  | "needs_period"
  | "needs_department"
  | "too_long";
type Numbered = Pick<FieldOf<"auto_number">, "format" | "period" | "by_department">;

/**
 * What is wrong with a number format; null when it gives every record of its object a number of its own.
 * @example numberProblem({ format: "Q-{YYYY}{MM}-{0000}", period: "month" }) // null
 */
export function numberProblem({ format, period, by_department }: Numbered): NumberProblem | null {
  const places = [...format.matchAll(PLACE)].map(([, name = ""]) => name);
  const counts = places.filter((name) => COUNT.test(name));
  if (
    places.some((name) => !COUNT.test(name) && !NUMBER_TOKENS.some((token) => token === name)) ||
    /[{}]/.test(format.replace(PLACE, ""))
  )
    return "unknown_token";
  if (counts.length !== 1) return counts.length === 0 ? "no_count" : "two_counts";
  // Counted anew in each period, the same number comes again unless the period stands in it.
  if (period && NEEDED[period].some((part) => !places.some((name) => name.startsWith(part))))
    return "needs_period";
  if (by_department && !places.includes("DEPT")) return "needs_department";
  return format.replace(PLACE, "00000000").length > 60 ? "too_long" : null;
}

/** `{YYYY} {MM} {DD}`, the department's code, and one run of zeros `{0000}` for the number. */
export function formatNumber(format: string, value: number, today: string, department = ""): string {
  const [year = "", month = "", day = ""] = today.split("-");
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    DD: day,
    DEPT: department || NO_CODE,
  };
  return format.replace(PLACE, (_, name: string) =>
    COUNT.test(name) ? String(value).padStart(name.length, "0") : (parts[name] ?? ""),
  );
}
/** Stands for a department without a code, and for none. */
export const NO_CODE = "00";

/** The number in a text that has the form of a format on that day; null where it has another. */
export function numberIn(format: string, text: string, today: string, department = ""): number | null {
  const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const mark = "\u0000";
  const shape = escaped(formatNumber(format.replace(/\{0+\}/, mark), 0, today, department)).replace(
    mark,
    "(\\d{1,15})",
  );
  const found = new RegExp(`^${shape}$`).exec(text);
  return found?.[1] === undefined ? null : Number(found[1]);
}
