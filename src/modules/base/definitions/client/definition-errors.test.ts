import { describe, expect, it } from "vitest";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import { ProblemError, problemFrom } from "../../../../ui/data/problem-error.ts";
import { everyFault, faultAt } from "./definition-errors.ts";

const refusal = (...errors: readonly Partial<ProblemItem>[]) =>
  new ProblemError(problemFrom(422, { code: "refused", detail: "Not a field.", errors }));

describe("the faults of a definition", () => {
  it("stand at their place, also within a list, and are found by its property", () => {
    const found = everyFault(refusal({ field: "options.2.label", message: "No label." }), ["options"]);
    expect(found).toEqual({ "options.2.label": "No label." });
    expect(faultAt(found, "options")).toBe("No label.");
    expect(faultAt(found, "label")).toBeUndefined();
  });
  it("stand on top beside those that have a place, without what is said of the whole", () => {
    const found = everyFault(refusal({ field: "label", message: "Needed." }, { message: "Too many." }), [
      "label",
    ]);
    expect(found).toEqual({ label: "Needed.", "": "Too many." });
  });
  it("begin with what is said of the whole, where none has a place", () => {
    expect(everyFault(refusal({ field: "x", message: "Wrong." }), [])).toEqual({ "": "Not a field. Wrong." });
  });
});
