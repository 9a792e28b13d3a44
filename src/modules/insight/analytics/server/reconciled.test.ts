import { describe, expect, it } from "vitest";
import type { Movement, MovementName } from "../shared/movement.contract.ts";
import { eachMovement, reconciled } from "./movement-sums.ts";

const records = eachMovement((name) => ({ object: "opportunity", filter: name }));

describe("it adds up, or nobody gets it", () => {
  const of = (figures: Partial<Record<MovementName, readonly [number, string]>>): Movement =>
    eachMovement((name) => {
      const [count, amount] = figures[name] ?? [0, "0"];
      return { count, amount: { amount, currency: "CNY" }, records: records[name] };
    });
  const right = { start: [2, "100"], new: [1, "20.01"], increased: [1, "5"], won: [1, "50"] } as const;

  it("start, new and increased, less what was won, is the end; an increase changes no count", () => {
    const movement = of({ ...right, end: [2, "75.01"] });
    expect(reconciled(movement)).toBe(movement);
  });
  it("a cent too much, or a record too few, is a fault that says all figures", () => {
    expect(() => reconciled(of({ ...right, end: [2, "75.02"] }))).toThrow(/end 2 75\.02/);
    expect(() => reconciled(of({ ...right, end: [1, "75.01"] }))).toThrow(/does not add up/);
  });
});
