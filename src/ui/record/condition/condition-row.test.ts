import { expect, test } from "vitest";
import type { FieldInfo } from "../../data/objects.ts";
import { literalOf, typedOf } from "./condition-row.ts";

const about = {
  name: "also_regarding",
  kind: "links",
  label: {},
  targets: ["account", "contact", "opportunity"],
} as unknown as FieldInfo;
const link = { ...about, name: "regarding", kind: "link" } as unknown as FieldInfo;

test("a condition keeps the id alone, and its input gets the record of the object that it belongs to", () => {
  const chosen = [{ object: "opportunity", id: "a1" }];
  expect(literalOf(about, chosen)).toBe("a1");
  expect(typedOf(about, "a1", "CNY", "opportunity")).toEqual(chosen);
  expect(typedOf(link, "a1", "CNY", "contact")).toEqual({ object: "contact", id: "a1" });
  // Until it is known, or where it is out of sight.
  expect(typedOf(link, "a1", "CNY")).toEqual({ object: "account", id: "a1" });
});
