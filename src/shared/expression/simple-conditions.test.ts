import { describe, expect, it } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../objects/registry.ts";
import { type ConditionModel, type ConditionRow, conditionsOf, conditionsText } from "./simple-conditions.ts";
import type { CheckOptions } from "./types.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const options: CheckOptions = {
  schema: { object: (name) => catalog.object(name), objects: catalog.objects },
  object: "opportunity",
  expects: "boolean",
};
const row = (
  field: string,
  operator: ConditionRow["operator"],
  value?: ConditionRow["value"],
): ConditionRow => (value === undefined ? { field, operator } : { field, operator, value });
const ROWS: readonly (readonly [ConditionRow, string])[] = [
  [row("name", "eq", 'The "big" one'), String.raw`name == "The \"big\" one"`],
  [row("name", "ne", "A"), 'name != "A"'],
  [row("probability", "ge", "50"), "probability >= 50"],
  [row("stage", "in", ["needs", "proposal"]), 'stage in ["needs", "proposal"]'],
  [row("stage", "not_in", ["lost"]), '!(stage in ["lost"])'],
  [row("name", "contains", "x"), 'name.contains("x")'],
  [row("name", "not_contains", "x"), '!name.contains("x")'],
  [row("name", "starts_with", "x"), 'name.startsWith("x")'],
  [row("name", "ends_with", "x"), 'name.endsWith("x")'],
  [row("next_step", "blank"), "ISBLANK(next_step)"],
  [row("next_step", "not_blank"), "!ISBLANK(next_step)"],
  [row("budget_confirmed", "eq", true), "budget_confirmed == true"],
  [row("account.name", "eq", "A"), 'account.name == "A"'],
];

describe("lines and their text are the same thing", () => {
  it.each(ROWS)("%j is written %s", (line, text) => {
    expect(conditionsText({ match: "all", rows: [line] }, options)).toBe(text);
    expect(conditionsOf(text, options)).toEqual({ match: "all", rows: [line] });
  });

  it.each(["all", "any"] as const)("several lines of which %s must hold", (match) => {
    const model: ConditionModel = { match, rows: ROWS.map(([line]) => line) };
    expect(conditionsOf(conditionsText(model, options), options)).toEqual(model);
  });

  it("no lines are no text, and blanks no lines", () => {
    expect(conditionsText({ match: "all", rows: [] }, options)).toBe("");
    expect(conditionsOf("  ", options)).toEqual({ match: "all", rows: [] });
  });
});

describe("what people type in other words", () => {
  it.each([
    ["50 <= probability", row("probability", "ge", "50")],
    ["budget_confirmed", row("budget_confirmed", "eq", true)],
    ["next_step == null", row("next_step", "blank")],
    ["next_step != null", row("next_step", "not_blank")],
    ['!(name == "A")', row("name", "ne", "A")],
    ["close_date >= today()", row("close_date", "ge", { expression: "today()" })],
  ])("%s is one line", (text, line) => {
    expect(conditionsOf(text, options)?.rows).toEqual([line]);
  });

  it.each([
    ['name == "A" && (stage == "needs" || stage == "proposal")'],
    ["name == next_step"],
    ["probability + 1 > 2"],
    ["nonsense == 1"],
    ["name =="],
  ])("%s is more than lines can say, or nothing at all", (text) => {
    expect(conditionsOf(text, options)).toBeNull();
  });
});
