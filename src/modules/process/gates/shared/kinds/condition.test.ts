import { describe, expect, it } from "vitest";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { bracketed, supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { conditionKind } from "./condition.ts";

describe("a condition", () => {
  it("offers the fields it reads to be changed, and nothing where there are none", () => {
    const fix = (expression: string) => unmet({ id: "k", kind: "condition", expression })[0]?.fix;
    expect(fix("amount > 1")).toEqual({ action: "change", fields: ["amount"] });
    expect(fix("related(activity).count() > 1")).toEqual({ action: "none" });
  });

  it("is said in words where somebody can say it so, else as it is written", () => {
    const said = { ...bracketed, inWords: () => both("the amount is large") };
    const text = (labels = bracketed) =>
      unmet({ id: "k", kind: "condition", expression: "amount > 1" }, { labels })[0]?.text["en"];
    expect(text(said)).toBe("Condition not met: the amount is large");
    expect(text()).toBe("Condition not met: amount > 1");
  });

  it.each([null, false, "true", 1])("the fact %s opens no gate: only true does", (k) => {
    expect(unmet({ id: "k", kind: "condition", expression: "x" }, { facts: { k } })).toHaveLength(1);
  });

  it("is asked anew only of what was typed, and keeps the server's word where it cannot be told here", () => {
    const fact = (more: Parameters<typeof supplying>[0]) =>
      conditionKind.suppliedFact?.({ id: "k", kind: "condition", expression: "amount > 1" }, supplying(more));
    expect(fact({ known: false, holds: () => true })).toBe(false);
    expect(fact({ known: false, holds: () => true, hasValues: true })).toBe(true);
    expect(fact({ known: true, holds: () => null, hasValues: true })).toBe(true);
  });
});
