import { expect, it } from "vitest";
import { bracketed, gateWorld } from "../../../../testing/gates/gate-world.ts";
import { both, pipeline, stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { criterionText } from "./criterion-text.ts";

const definition = pipeline([
  stage("a", 1, {
    entry: [
      { id: "own", kind: "fields", fields: ["amount"], message: both("Ask the customer") },
      { id: "full", kind: "fields", fields: ["amount"] },
      { id: "gone", kind: "rentals.deposit", settings: {} },
    ],
  }),
]);
const { kinds } = gateWorld();
const said = (id: string, text: string | null = null) =>
  criterionText(kinds, bracketed, definition, id, text === null ? null : both(text))["en"];

it("its own message comes first, then all that it asks, whatever was said of one record", () => {
  expect(said("own", "found")).toBe("Ask the customer");
  expect(said("full", "found")).toBe("Fill in “<amount>”");
});
it("a rule is said as it was found", () =>
  expect(said("rule.skip_not_allowed", "Skipped b")).toBe("Skipped b"));
it("who might move then is not kept", () => {
  expect(said("rule.mover_not_allowed")).toMatch(/^Only certain roles can move it/);
});
it("what nobody has words for is called by its id", () => {
  expect([said("gone"), said("elsewhere")]).toEqual(["gone", "elsewhere"]);
});
