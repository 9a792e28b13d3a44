import { periodOf } from "../../../../shared/time/period.ts";
import type { Grouping, InsightState } from "./insight-state.ts";

/** From the office to its people, from them to what they sell, from there to when. */
const NEXT: Readonly<Record<Grouping, Grouping>> = {
  department: "owner",
  owner: "product",
  product: "owner",
  source: "owner",
  month: "product",
};

/** One group alone, looked at along the next dimension; what was chosen before stays. */
export function narrowTo(by: Grouping, value: string): Partial<InsightState> {
  if (by === "month") return { by: NEXT.month, period: "custom", ...periodOf("month", value) };
  return { by: NEXT[by], [by]: value || "none" };
}
