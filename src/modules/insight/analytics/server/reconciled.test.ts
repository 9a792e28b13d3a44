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
  const right = {
    start: [10, "1000"],
    new: [4, "400.01"],
    increased: [2, "150"],
    decreased: [1, "50"],
    moved_in: [1, "20"],
    moved_out: [1, "100"],
    won: [3, "300"],
    lost: [2, "200"],
  } as const;

  it("what came less what went is the end; what only grew or shrank changes no count", () => {
    const movement = of({ ...right, end: [9, "920.01"] });
    expect(reconciled(movement)).toBe(movement);
  });
  it("a cent too much, or a record too few, is a fault that says all figures", () => {
    expect(() => reconciled(of({ ...right, end: [9, "920.02"] }))).toThrow(/end 9 920\.02/);
    expect(() => reconciled(of({ ...right, end: [8, "920.01"] }))).toThrow(/does not add up/);
  });
});
