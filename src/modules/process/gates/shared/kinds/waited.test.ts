import { describe, expect, it } from "vitest";
import type { Criterion } from "../../../pipeline/shared/pipeline.ts";
import { stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { unmetOf } from "../criterion.ts";
import { gateWorld, supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { approvalKind } from "./approval.ts";

describe("a sign-off", () => {
  const criterion = { id: "k", kind: "approval", approval: "finance" } as const;
  const isSigned = (k: Record<string, string>, enteredAt: string | null = "2026-11-02T02:00:00Z") =>
    unmet(criterion, { evidence: { k }, enteredAt }).length === 0;

  it("holds by the role that is named now", () => {
    expect(isSigned({ by: "u", role: "finance" })).toBe(true);
    expect(isSigned({ by: "u", role: "legal" })).toBe(false);
    expect(isSigned({ by: "  ", role: "finance" })).toBe(false);
  });

  it("holds within the stay it was given in, from its very beginning", () => {
    expect(isSigned({ by: "u", at: "2026-11-01T23:59:59Z" })).toBe(false);
    expect(isSigned({ by: "u", at: "2026-11-02T02:00:00.000Z" })).toBe(true);
    expect(isSigned({ by: "u", at: "2026-11-01T00:00:00Z" }, null)).toBe(true);
  });

  it("is of who supplies it; taken back, the earlier one stands", () => {
    const sign = (more: Parameters<typeof supplying>[0]) =>
      approvalKind.suppliedEvidence?.(criterion, supplying(more));
    expect(sign({ given: true })).toEqual({ by: "u1", role: "finance" });
    expect(sign({ given: false, evidence: { by: "u2" } })).toEqual({ by: "u2" });
    expect(sign({ given: false })).toBeNull();
  });
});

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

it("of a kind that nobody brings any more nobody can say that it is met", () => {
  expect(unmet({ id: "k", kind: "rentals.deposit", settings: {} })).toMatchObject([
    { code: "unknown_kind", fix: { action: "none" } },
  ]);
});
