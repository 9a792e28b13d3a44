import { describe, expect, it } from "vitest";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { checklistKind } from "./checklist.ts";

const items = [
  { id: "x", label: both("X") },
  { id: "y", label: both("Y"), optional: true },
  { id: "z", label: both("Z") },
];

describe("a checklist", () => {
  it("counts the points that shut it, and shows the optional ones with them", () => {
    const evidence = { k: { x: true, z: "yes" } };
    const [found] = unmet({ id: "k", kind: "checklist", items }, { evidence });
    expect(found?.params).toEqual({ open: 1, of: 3 });
    expect(found?.text["en"]).toBe("Checklist not complete: Z");
    expect(found?.fix?.items?.map(({ id, done }) => [id, done])).toEqual([
      ["x", true],
      ["y", false],
      ["z", false],
    ]);
  });

  it("takes ticks as a list or as a map, and what was ticked before stays", () => {
    const ticks = (given: string[] | Record<string, boolean> | null) =>
      checklistKind.suppliedEvidence?.(
        { id: "k", kind: "checklist", items: [] },
        supplying({ evidence: { a: true }, given }),
      );
    expect(ticks(["b"])).toEqual({ a: true, b: true });
    expect(ticks({ a: false })).toEqual({ a: false });
    expect(ticks(null)).toEqual({ a: true });
  });
});
