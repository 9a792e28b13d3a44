import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { periodOf } from "../../../../shared/time/period.ts";
import { dayIn } from "../../../../shared/time/zone.ts";

export const MOVEMENT_PERIODS = ["week", "month", "quarter", "year", "custom"] as const;
export const MOVEMENT_GROUPS = ["", "owner", "department", "stage"] as const;
export type MovementGroup = (typeof MOVEMENT_GROUPS)[number];

/** What the page compares stands in its address. */
export interface MovementState {
  readonly pipeline: string;
  readonly period: (typeof MOVEMENT_PERIODS)[number];
  readonly from: string;
  readonly to: string;
  readonly department: string;
  readonly owner: string;
  readonly by: MovementGroup;
  readonly measure: "amount" | "count";
}
const KEYS = [
  "pipeline",
  "period",
  "from",
  "to",
  "department",
  "owner",
  "by",
  "measure",
] as const satisfies readonly (keyof MovementState)[];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function useMovementState(
  zone: string,
): readonly [MovementState, (change: Partial<MovementState>) => void] {
  const [params, setParams] = useSearchParams();
  const [today] = useState(() => dayIn(zone, new Date().toISOString()));
  const state = useMemo(() => readState(params, today), [params, today]);
  const change = useCallback(
    (next: Partial<MovementState>) =>
      setParams((now) => {
        const changed = new URLSearchParams(now);
        for (const key of KEYS) {
          const value = next[key];
          if (value === "") changed.delete(key);
          else if (value !== undefined) changed.set(key, value);
        }
        return changed;
      }),
    [setParams],
  );
  return [state, change];
}

export function readState(params: URLSearchParams, today: string): MovementState {
  const of = (key: string): string => params.get(key) ?? "";
  const day = (key: string): string => (DAY.test(of(key)) ? of(key) : "");
  const asked = MOVEMENT_PERIODS.find((name) => name === of("period")) ?? "quarter";
  const range = { from: day("from"), to: day("to") };
  const isCustom = asked === "custom" && range.from !== "" && range.to !== "" && range.from <= range.to;
  return {
    pipeline: of("pipeline"),
    period: asked,
    ...(isCustom ? range : periodOf(asked === "custom" ? "quarter" : asked, today)),
    department: of("department"),
    owner: of("owner"),
    by: MOVEMENT_GROUPS.find((name) => name === of("by")) ?? "",
    measure: of("measure") === "count" ? "count" : "amount",
  };
}
