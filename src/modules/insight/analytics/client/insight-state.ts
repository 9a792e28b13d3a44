import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { periodOf } from "../../../../shared/time/period.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { InsightMode } from "../shared/insight-parts.contract.ts";

export const PERIODS = ["month", "quarter", "year", "all", "custom"] as const;
export type PeriodChoice = (typeof PERIODS)[number];
export const GROUPINGS = ["product", "owner", "department", "source", "month"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * What the page shows stands in its address: back works, and two people with the same address see the same.
 */
export interface InsightState {
  readonly pipeline: string;
  readonly period: PeriodChoice;
  readonly from: string;
  readonly to: string;
  readonly mode: InsightMode;
  readonly department: string;
  readonly owner: string;
  readonly product: string;
  readonly source: string;
  readonly asOf: string;
  readonly by: Grouping;
  readonly unit: "calendar_days" | "working_days";
}
const NAMES: Readonly<Record<keyof InsightState, string>> = {
  pipeline: "pipeline",
  period: "period",
  from: "from",
  to: "to",
  mode: "mode",
  department: "department",
  owner: "owner",
  product: "product",
  source: "source",
  asOf: "as_of",
  by: "by",
  unit: "unit",
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const KEYS = Object.keys(NAMES).filter((key): key is keyof InsightState => key in NAMES);

export function useInsightState(
  zone: string,
): readonly [InsightState, (change: Partial<InsightState>, how?: "push" | "replace") => void] {
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayIn(zone, new Date().toISOString()));
  const state = useMemo(() => readState(params, today), [params, today]);
  const change = useCallback(
    (next: Partial<InsightState>, how: "push" | "replace" = "push") =>
      setParams(
        (now) => {
          const changed = new URLSearchParams(now);
          for (const key of KEYS) {
            const value = next[key];
            if (value === undefined) continue;
            if (value === "") changed.delete(NAMES[key]);
            else changed.set(NAMES[key], value);
          }
          return changed;
        },
        { replace: how === "replace" },
      ),
    [setParams],
  );
  return [state, change];
}

function readState(params: URLSearchParams, today: string): InsightState {
  const of = (key: keyof InsightState): string => params.get(NAMES[key]) ?? "";
  const day = (key: keyof InsightState): string => (DAY.test(of(key)) ? of(key) : "");
  const period = PERIODS.find((name) => name === of("period")) ?? "year";
  const range =
    period === "custom"
      ? { from: day("from"), to: day("to") }
      : period === "all"
        ? { from: "", to: "" }
        : periodOf(period, today);
  return {
    pipeline: of("pipeline"),
    period,
    ...range,
    mode: of("mode") === "flow" ? "flow" : "cohort",
    department: of("department"),
    owner: of("owner"),
    product: of("product"),
    source: of("source"),
    asOf: day("asOf"),
    by: GROUPINGS.find((name) => name === of("by")) ?? "product",
    unit: of("unit") === "working_days" ? "working_days" : "calendar_days",
  };
}

/**
 * The condition that the choices make; a department stands for all below it too. "none" asks for records
 * without a value.
 */
export function filterOf(
  state: Pick<InsightState, "department" | "owner" | "product" | "source">,
  departments: readonly string[],
): string {
  const field = (name: "owner" | "product" | "source"): string =>
    state[name] === ""
      ? ""
      : state[name] === "none"
        ? `${name} == null`
        : `${name} == ${JSON.stringify(state[name])}`;
  const department =
    state.department === ""
      ? ""
      : state.department === "none"
        ? "department == null"
        : `department in [${departments.map((id) => JSON.stringify(id)).join(", ")}]`;
  return [department, field("owner"), field("product"), field("source")].filter(Boolean).join(" && ");
}
