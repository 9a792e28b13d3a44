import { describe, expect, it } from "vitest";
import { supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
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
