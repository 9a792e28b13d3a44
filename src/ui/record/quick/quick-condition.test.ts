import { describe, expect, it } from "vitest";
import { conditionsOf } from "../../../shared/expression/simple-conditions.ts";
import { quickFilters } from "../../../shared/metadata/quick-filters.ts";
import { idNo, objectInfo, objectsFor } from "../../../testing/screens/world.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { operatorOf } from "../condition/condition-row.ts";
import { DAY_RANGES, rangeText } from "./day-ranges.ts";
import { anyText, betweenText, ME, quickOf, withQuick } from "./quick-condition.ts";

const objects = new Map(objectsFor("administrator").map(({ name }) => [name, objectInfo(name)]));
const deals = objectInfo("opportunity");
const options = { schema: { object: (name: string) => objects.get(name), objects }, object: "opportunity" };
const of = (filter: string, name: string) => quickOf(filter, name, options);
const fieldOf = (name: string) => {
  const field = deals.byName[name];
  if (!field) throw new Error(`Deals have no ${name}`);
  return field;
};

describe("which fields are offered", () => {
  it("of a deal: whose, which stage, until when, how much", () => {
    expect(quickFilters(deals)).toEqual(["owner", "stage", "close_date", "amount"]);
  });
  it("of others by the same rule", () => {
    expect(quickFilters(objectInfo("task"))).toEqual(["owner", "priority", "status", "due_date"]);
  });
});

describe("what is chosen stands in the filter, and is read from it", () => {
  it("some values, oneself, none, a range of days, an amount", () => {
    const both = [idNo(1), idNo(2)];
    expect(of(anyText("owner", both), "owner")).toEqual({ is: "any", values: both });
    expect(anyText("owner", [ME])).toBe("owner == me()");
    expect(of("owner == me()", "owner")).toEqual({ is: "any", values: [ME] });
    expect(of("ISBLANK(source)", "source")).toEqual({ is: "empty" });
    expect(of(betweenText("amount", "1000", "", false), "amount")).toEqual({
      is: "between",
      from: "1000",
      to: "",
    });
    expect(of(betweenText("close_date", "2026-01-01", "2026-01-31", true), "close_date")).toEqual({
      is: "between",
      from: "2026-01-01",
      to: "2026-01-31",
    });
    expect(of("budget_confirmed != true", "budget_confirmed")).toEqual({ is: "no" });
  });

  it("days that move on are known again, of dates and of moments, also from the condition builder", () => {
    for (const name of ["close_date", "created_at"])
      for (const range of DAY_RANGES)
        expect(of(rangeText(fieldOf(name), range), name), `${name} ${range}`).toEqual({ is: "days", range });
  });

  it("what it cannot show is told as other conditions", () => {
    expect(of("amount != 5 && amount > 3", "amount")).toEqual({ is: "other", count: 2 });
    expect(of('stage == "won" || amount > 3', "amount")).toEqual({ is: "none" });
  });
});

it("one field's condition is exchanged, all others stay as they are", () => {
  const filter = '(source == "website" || amount > 3) && stage == "won" && name.contains("x")';
  expect(withQuick(filter, "stage", anyText("stage", ["lost"]), options)).toBe(
    '(source == "website" || amount > 3) && name.contains("x") && stage in ["lost"]',
  );
  expect(withQuick('stage == "won"', "stage", "", options)).toBe("");
});

it("the condition builder shows each of them as a row of its own", () => {
  const texts: readonly (readonly [string, string])[] = [
    ["owner", anyText("owner", [idNo(1), idNo(2)])],
    ["stage", anyText("stage", ["won"])],
    ["amount", betweenText("amount", "1", "2", false)],
    ["budget_confirmed", "ISBLANK(budget_confirmed)"],
    ...DAY_RANGES.map((range) => ["close_date", rangeText(fieldOf("close_date"), range)] as const),
  ];
  for (const [name, text] of texts) {
    const rows = conditionsOf(text, options)?.rows ?? [];
    expect(rows.length, text).toBeGreaterThan(0);
    for (const row of rows) {
      const operator = operatorOf(row, kindUi(fieldOf(name)).operators);
      expect(operator?.operator, text).toBe(row.operator);
    }
  }
});
