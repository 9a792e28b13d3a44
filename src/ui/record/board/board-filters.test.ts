import { expect, it } from "vitest";
import { objectInfo } from "../../../testing/screens/world.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { summedFields } from "./amount-field.ts";
import { inQuarter } from "./board-filters.ts";
import { cardColumns } from "./card-fields.ts";
import { laneFields } from "./lane-field.ts";

const deals = objectInfo("opportunity");
const withRight = (name: string, right: NonNullable<FieldInfo["right"]>): ObjectInfo => {
  const fields = deals.fields.map((field) => (field.name === name ? { ...field, right } : field));
  return { ...deals, fields, byName: Object.fromEntries(fields.map((field) => [field.name, field])) };
};

it("sums only what may be read, and weighs by nothing that may not", () => {
  expect(summedFields(deals)).toEqual({ amount: "amount", share: "probability" });
  expect(summedFields(withRight("probability", "mask"))).toEqual({ amount: "amount", share: null });
  expect(summedFields(withRight("amount", "mask"))).toEqual({ amount: null, share: null });
  expect(summedFields(objectInfo("task"))).toEqual({ amount: null, share: null });
});

it("a quarter is that of the day that is looked at, by the close date where it may be read", () => {
  expect(inQuarter(deals, "2017-06-30")).toBe(
    'close_date >= date("2017-04-01") && close_date <= date("2017-06-30")',
  );
  expect(inQuarter(withRight("close_date", "hidden"), "2017-06-30")).toMatch(
    /^stage_entered_at >= "2017-0[34]-/,
  );
});

it("cards show what the list does, but for what each of them has anyhow", () => {
  const names = cardColumns(deals, null).columns.map(({ field }) => field);
  expect(names).toEqual(["account", "amount", "close_date", "next_step"]);
  const view = {
    id: "v",
    name: "",
    kind: "board",
    filter: "",
    sort: "",
    group: "",
    measure: "",
    visibility: "private",
    owner: "",
  } as const;
  const columns = ["name", "stage", "probability"].map((field) => ({ field }));
  expect(cardColumns(deals, { ...view, columns })).toEqual({ id: "v", columns: [{ field: "probability" }] });
  expect(cardColumns(deals, { ...view, kind: "list", columns }).columns).toHaveLength(4);
});

it("lanes are owners first and then choices, none of them kept from the reader or worked out", () => {
  const names = laneFields(deals).map(({ name }) => name);
  expect(names[0]).toBe("owner");
  expect(names).toEqual(expect.arrayContaining(["forecast_category", "source", "type"]));
  expect(names).not.toContain("stage_type");
  expect(laneFields(withRight("source", "mask")).map(({ name }) => name)).not.toContain("source");
});
