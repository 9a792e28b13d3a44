import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../pipeline/shared/pipeline.ts";
import { stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { unmetOf } from "../criterion.ts";
import { gateWorld, unmet } from "../../../../../testing/gates/gate-world.ts";

describe("a stay", () => {
  const between: Criterion = { id: "k", kind: "dwell", min_days: 5, max_days: 7 };
  it("that is too short says until when; the weekend does not count", () => {
    expect(unmet(between)[0]).toMatchObject({
      code: "dwell_too_short",
      fix: { action: "wait", until: "2026-11-09" },
      params: { have: 4, min: 5 },
    });
    expect(unmet(between, { today: "2026-11-09" })).toEqual([]);
  });

  it("that is too long has no cure", () => {
    expect(unmet(between, { today: "2026-11-11" })).toEqual([]);
    expect(unmet(between, { today: "2026-11-12" })[0]).toMatchObject({
      code: "dwell_too_long",
      fix: { action: "none" },
    });
  });

  it("of a record that is being created is none", () => {
    expect(unmet(between, { enteredOn: null })).toEqual([]);
  });

  it("in a stage left out can only have been long enough on an earlier visit: waiting does not help", () => {
    const skipped = (stood: number) =>
      unmetOf({ criterion: between, left: undefined, skipped: { stage: stage("b", 2), stood } }, gateWorld());
    expect(skipped(5)).toEqual([]);
    expect(skipped(4)).toMatchObject([{ fix: { action: "none" }, params: { have: 4, min: 5, stage: "b" } }]);
    expect(skipped(4)[0]?.text["en"]).toMatch(/^b: /);
  });
});
