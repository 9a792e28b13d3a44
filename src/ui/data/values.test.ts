import { describe, expect, it } from "vitest";
import type { WireValue } from "../../shared/metadata/object.ts";
import {
  isBlank,
  isSame,
  linkId,
  linkObject,
  moneyOf,
  onlyWhatDiffers,
  ratedOf,
  textValue,
  titleAt,
  titlesAt,
} from "./values.ts";

const BLANK: readonly (WireValue | undefined)[] = [
  undefined,
  null,
  "",
  [],
  {},
  { street: "", city: null },
  { lines: [] },
];
describe("what counts as nothing", () => {
  it.each(BLANK)("%j is blank", (value) => {
    expect(isBlank(value)).toBe(true);
  });
  it.each([0, false, " ", ["x"], { street: "", city: "Suzhou" }])("%j is not", (value) => {
    expect(isBlank(value)).toBe(false);
  });
});

it("null and absent are the same value; the order of members is not looked at twice", () => {
  expect(isSame(undefined, null)).toBe(true);
  expect(isSame({ amount: "1", currency: "CNY" }, { amount: "1", currency: "CNY" })).toBe(true);
  expect(isSame("1", 1)).toBe(false);
});

describe("links", () => {
  it("say whose they are by a bare id, by object and id, or as an expanded record", () => {
    expect(linkId("7")).toBe("7");
    expect(linkId({ object: "account", id: "7" })).toBe("7");
    expect(linkId({ id: "7", name: "Henrun" })).toBe("7");
    expect(linkId({ name: "Henrun" })).toBeNull();
    expect(linkId(null)).toBeNull();
  });

  it("name their object themselves, or mean the first one they may point at", () => {
    expect(linkObject({ object: "lead", id: "7" }, ["account", "lead"])).toBe("lead");
    expect(linkObject("7", ["account", "lead"])).toBe("account");
    expect(linkObject("7", [])).toBeNull();
  });

  it("are called by the titles that came along, else by the name of an expanded record", () => {
    const record = { account: "7", owner: { id: "8", name: "Li Na" }, titles: { account: "Henrun" } };
    expect(titleAt(record, "account")).toBe("Henrun");
    expect(titleAt(record, "owner")).toBe("Li Na");
    expect(titleAt(record, "contact")).toBe("");
  });

  it("several keep their order, with a gap for one out of sight", () => {
    expect(titlesAt({ titles: { products: ["A", null, "C"] } }, "products")).toEqual(["A", "", "C"]);
    expect(titlesAt({ titles: {} }, "products")).toEqual([]);
  });
});

describe("amounts", () => {
  it("are texts, whatever they came as, and may lack a currency", () => {
    expect(moneyOf({ amount: 12, currency: "CNY" })).toEqual({ amount: "12", currency: "CNY" });
    expect(moneyOf({ amount: "12.50" })).toEqual({ amount: "12.50", currency: "" });
    expect(moneyOf("12")).toBeNull();
    expect(moneyOf({ currency: "CNY" })).toBeNull();
  });

  it("of another currency tell what they are worth only with the day of the rate", () => {
    expect(ratedOf({ amount: "1", base: "7.1", rate_date: "2026-11-30" })).toEqual({
      base: "7.1",
      date: "2026-11-30",
    });
    expect(ratedOf({ amount: "1", base: "7.1" })).toBeNull();
  });
});

it("of a structure only the parts that differ are shown; none is nothing", () => {
  expect(onlyWhatDiffers({ city: "Suzhou", street: "A" }, { city: "Suzhou", street: "B" })).toEqual({
    street: "A",
  });
  expect(onlyWhatDiffers({ city: "Suzhou" }, { city: "Suzhou" })).toBeNull();
  expect(onlyWhatDiffers("A", { city: "Suzhou" })).toBe("A");
});

it("a number is a text for reading; anything else that is no text is none", () => {
  expect([textValue("a"), textValue(0), textValue(true), textValue(null), textValue({})]).toEqual([
    "a",
    "0",
    "",
    "",
    "",
  ]);
});
