import { describe, expect, it } from "vitest";
import { clockKey } from "../../../../shared/expression/clock-limits.ts";
import { type ClockNorm, clockLimits, stageClock, USUAL_LIMITS } from "./clocks.ts";
import { OPPORTUNITY_PIPELINE } from "./default-pipelines.ts";

const { rules } = OPPORTUNITY_PIPELINE;
const norm = (amber: number, red: number): ClockNorm => ({
  pipeline: "p1",
  stage: "needs",
  clock: "dwell",
  amber,
  red,
  n: 12,
});

describe("from when on a clock warns", () => {
  it("nothing set and nothing won: the usual limits", () => {
    expect(stageClock({}, "idle", undefined, rules)).toMatchObject({
      ...USUAL_LIMITS.idle,
      from: "usual",
      n: 0,
    });
  });

  it("what won records took goes before the usual", () => {
    expect(stageClock({}, "dwell", norm(4, 7), rules)).toMatchObject({
      amber: 4,
      red: 7,
      from: "won",
      n: 12,
    });
  });

  it("a dwell is never longer fine than the longest stay", () => {
    expect(stageClock({ max_dwell: 10 }, "dwell", undefined, rules)).toMatchObject({
      amber: 8,
      red: 10,
      from: "max",
    });
    expect(stageClock({ max_dwell: 10 }, "dwell", norm(20, 30), rules)).toMatchObject({ amber: 8, red: 10 });
  });

  it("the longest stay limits no other clock", () => {
    expect(stageClock({ max_dwell: 1 }, "slip", undefined, rules)).toMatchObject(USUAL_LIMITS.slip);
  });

  it("what is set for the stage holds, and amber never comes after red", () => {
    const clocks = { dwell: { red: 3 } };
    expect(stageClock({ clocks }, "dwell", norm(4, 7), rules)).toMatchObject({
      amber: 3,
      red: 3,
      from: "set",
    });
  });

  it("nobody is told on the day of a contact, however fast deals were won", () => {
    expect(stageClock({}, "idle", { ...norm(0, 0), clock: "idle" }, rules)).toMatchObject({
      amber: 1,
      red: 2,
    });
  });

  it("a meeting ahead eases the idle clock alone, unless the pipeline says none does", () => {
    expect(stageClock({}, "idle", undefined, rules).meeting).toBe(14);
    expect(stageClock({}, "idle", undefined, { ...rules, meeting_days: 3 }).meeting).toBe(3);
    expect(stageClock({}, "idle", undefined, { ...rules, meeting_days: 0 }).meeting).toBeNull();
    expect(stageClock({}, "dwell", undefined, rules).meeting).toBeNull();
  });
});

it("limits stand for the open stages of each pipeline, by its own norms", () => {
  const limits = clockLimits([{ id: "p1", definition: OPPORTUNITY_PIPELINE }], [norm(4, 7)]);
  expect(limits.get(clockKey("p1", "needs", "dwell"))).toEqual({ amber: 4, red: 7, meeting: null });
  expect(limits.has(clockKey("p1", "won", "dwell"))).toBe(false);
  expect(limits.has(clockKey("p2", "needs", "dwell"))).toBe(false);
});
