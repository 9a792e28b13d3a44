import { expect, test } from "vitest";
import { filterOf, type InsightState } from "./insight-state.ts";
import { narrowTo } from "./narrow-to.ts";

const STATE: InsightState = {
  pipeline: "p",
  period: "year",
  from: "2026-01-01",
  to: "2026-12-31",
  mode: "cohort",
  department: "",
  owner: "",
  product: "",
  source: "",
  asOf: "",
  by: "department",
  unit: "calendar_days",
};

test("drilling from office to person to product keeps what was chosen before", () => {
  const office = { ...STATE, ...narrowTo("department", "north") };
  expect(office.by).toBe("owner");
  const person = { ...office, ...narrowTo(office.by, "anna") };
  expect(person.by).toBe("product");
  const product = { ...person, ...narrowTo(person.by, "") };
  expect(filterOf(product, ["north", "north-1"])).toBe(
    'department in ["north", "north-1"] && owner == "anna" && product == null',
  );
  expect(filterOf(STATE, [])).toBe("");
});

test("a month narrows the period to its days, leap years too", () => {
  expect(narrowTo("month", "2028-02-01")).toMatchObject({
    period: "custom",
    from: "2028-02-01",
    to: "2028-02-29",
  });
});
