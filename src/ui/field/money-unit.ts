import { usePreference } from "../data/session.ts";
import type { MoneyUnit } from "../kit/money-text.ts";

/** 元, 万元 or 亿: how this person likes to read amounts in lists. */
export function useMoneyUnit(): readonly [MoneyUnit, (unit: MoneyUnit) => void] {
  const [unit, set] = usePreference<string>("money_unit", "one");
  return [unit === "wan" || unit === "yi" ? unit : "one", set];
}
