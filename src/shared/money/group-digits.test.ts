import fc from "fast-check";
import { expect, it } from "vitest";
import { groupDigits } from "./group-digits.ts";

it.each([
  ["0", "0"],
  ["999", "999"],
  ["1000", "1,000"],
  ["-1000", "-1,000"],
  ["-999", "-999"],
  ["1234567.8901", "1,234,567.8901"],
  ["0.123456", "0.123456"],
  ["123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"],
])("%s is read as %s", (given, shown) => expect(groupDigits(given)).toBe(shown));

it.each(["", "-", "1e9", "abc", "1.", ".5", "1,000", "+5", " 1000"])(
  "%j is no decimal and stays as it is",
  (given) => expect(groupDigits(given)).toBe(given),
);

it("adds separators and nothing else: without them it is what was given", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.option(fc.stringMatching(/^\d{1,8}$/), { nil: "" }), (whole, fraction) => {
      const given = fraction === "" ? String(whole) : `${whole}.${fraction}`;
      const shown = groupDigits(given);
      const [head = ""] = shown.replace("-", "").split(".");
      const [first = "", ...groups] = head.split(",");
      return (
        shown.replaceAll(",", "") === given &&
        first.length <= 3 &&
        groups.every((group) => group.length === 3)
      );
    }),
  );
});
