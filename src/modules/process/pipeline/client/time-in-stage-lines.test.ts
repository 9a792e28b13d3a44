import { describe, expect, it } from "vitest";
import { say } from "../../../../shared/i18n/messages.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import { daysText, dwellNormLines, levelIcon, visitLine } from "./time-in-stage-lines.ts";
import type { DwellNorm } from "../shared/dwell.contract.ts";

const norm = { p50: 3, p75: 5, p90: 8, outlier: 12 };

describe("why a stay is long, in words", () => {
  const t: LanguageTools["t"] = (message, params) => say(message, "en", params);
  const of = (days: DwellNorm["working_days"], max_dwell: number | null): DwellNorm => ({
    stage: "needs",
    type: "open",
    set: null,
    max_dwell,
    n: 7,
    working_days: days,
    calendar_days: null,
  });
  it("says the cause first, then what is usual", () => {
    const measured = { p50: 3.04, p75: 5.25, p90: 8, outlier: 12.55 };
    expect(dwellNormLines(t, of(measured, null), { level: "red", cause: "outlier" })).toEqual([
      "Too long: an outlier: over 12.6 working days (1.5 × interquartile range)",
      "Won deals stay here: median 3, P75 5.3, P90 8 working days (7 visits)",
    ]);
  });
  it("names the longest stay once", () => {
    const near = dwellNormLines(t, of(null, 10), { level: "amber", cause: "near_max" });
    expect(near).toEqual([
      "Long: close to the maximum of 10 working days in stage",
      "Too few won deals to compare the time in stage",
    ]);
    expect(dwellNormLines(t, of(norm, 10), { level: "fine", cause: null }).at(-1)).toBe(
      "Maximum in stage: 10 working days",
    );
  });
  it("has something to say where nothing is known at all", () => {
    expect(dwellNormLines(t, undefined, { level: "fine", cause: null })).toEqual([
      "Too few won deals to compare the time in stage",
    ]);
  });
  it("one day is one day", () => {
    expect([daysText(t, 1), daysText(t, 2)]).toEqual(["1 working day", "2 working days"]);
    expect(visitLine(t, { workingDays: 1, calendarDays: 3 })).toBe(
      "In stage for 1 working day (3 calendar days)",
    );
    expect([levelIcon({ level: "red", cause: null }), levelIcon({ level: "amber", cause: null })]).toEqual([
      "warning",
      "clock",
    ]);
  });
});
