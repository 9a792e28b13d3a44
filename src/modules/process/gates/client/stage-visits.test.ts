import { describe, expect, it } from "vitest";
import type { Visit } from "../../pipeline/shared/public.ts";
import { visitsByStage } from "./stage-visits.ts";

describe("the stays of a record by stage", () => {
  const visit = (stage: string, more: Partial<Visit> = {}): Visit => ({
    pipeline: null,
    pipeline_version: 1,
    stage,
    stage_type: "open",
    entered_at: "2026-11-02T00:00:00Z",
    left_at: "2026-11-03T00:00:00Z",
    entered_by: null,
    left_by: null,
    road: "form",
    imported: false,
    previous_stage: null,
    next_stage: null,
    reason: null,
    override: null,
    skipped: null,
    calendar_seconds: 86_400,
    working_days: 1,
    ...more,
  });
  const of = (...visits: Visit[]) => visitsByStage(visits);
  it("are summed in seconds, so that halves of days make whole ones", () => {
    const stays = of(
      visit("a", { calendar_seconds: 129_600, working_days: 2 }),
      visit("b"),
      visit("a", { calendar_seconds: 129_600, working_days: 3 }),
    );
    expect(stays.get("a")).toEqual({ count: 2, total: { workingDays: 5, calendarDays: 3 }, current: null });
    expect(stays.get("b")?.count).toBe(1);
  });
  it("the one that still lasts is told apart, whatever stays come after it in the list", () => {
    const now = visit("a", { left_at: null, calendar_seconds: 200_000, working_days: 4 });
    const current = { workingDays: 4, calendarDays: 2 };
    expect(of(now, visit("a")).get("a")?.current).toEqual(current);
    expect(of(visit("a"), now).get("a")?.current).toEqual(current);
  });
});
