import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, numberIn, numberProblem } from "./number-format.ts";

describe("a number format", () => {
  it.each([
    ["Q-{0000}", {}, null],
    ["Q-{YYYY}{MM}-{0000}", { period: "month" }, null],
    ["Q-{YY}-{0}", { period: "year" }, null],
    ["{DEPT}-{YYYY}{MM}{DD}{000}", { period: "day", by_department: true }, null],
    ["Q-{YYYY}", {}, "no_count"],
    ["", {}, "no_count"],
    ["{000}-{000}", {}, "two_counts"],
    ["Q-{WEEK}{000}", {}, "unknown_token"],
    ["Q-{yyyy}{000}", {}, "unknown_token"],
    ["Q-{000", {}, "unknown_token"],
    ["Q-000}", {}, "unknown_token"],
    ["Q-{}{000}", {}, "unknown_token"],
    ["Q-{000}", { period: "year" }, "needs_period"],
    ["Q-{YYYY}{000}", { period: "month" }, "needs_period"],
    ["Q-{MM}{000}", { period: "month" }, "needs_period"],
    ["Q-{YYYY}{MM}{000}", { period: "day" }, "needs_period"],
    ["Q-{000}", { by_department: true }, "needs_department"],
    [`${"x".repeat(52)}{000}`, {}, null],
    [`${"x".repeat(53)}{000}`, {}, "too_long"],
  ] as const)("%s with %j: %s", (format, more, problem) => {
    expect(numberProblem({ format, ...more })).toBe(problem);
  });
});

describe("a number", () => {
  it("stands in its format on its day, with the code of its department", () => {
    const format = "{DEPT}-{YYYY}/{YY}{MM}{DD}-{0000}";
    expect(formatNumber(format, 7, "2026-03-09", "SZ")).toBe("SZ-2026/260309-0007");
    expect(formatNumber(format, 7, "2026-03-09"), "no department").toBe("00-2026/260309-0007");
    expect(formatNumber("{00}", 12_345, "2026-03-09"), "more digits than zeros").toBe("12345");
  });

  it("is read back from what is written in that form alone", () => {
    const format = "Q.{YYYY}-{000}(A)";
    expect(numberIn(format, "Q.2026-017(A)", "2026-03-09")).toBe(17);
    expect(numberIn(format, "Q.2026-12345(A)", "2026-03-09")).toBe(12_345);
    expect(numberIn(format, "Q.2026-7(A)", "2026-03-09"), "fewer digits").toBe(7);
    for (const other of [
      "Qx2026-017(A)",
      "Q.2025-017(A)",
      "Q.2026-017A",
      "Q.2026-(A)",
      " Q.2026-017(A)",
      "017",
    ])
      expect(numberIn(format, other, "2026-03-09"), other).toBeNull();
    expect(numberIn("{000}", "9".repeat(16), "2026-03-09"), "no number of that length").toBeNull();
  });

  it("is the same again, whatever stands around it", () => {
    const sign = fc.constantFrom(
      "Q",
      ".",
      "*",
      "(",
      "[",
      "\\",
      "^",
      "$",
      "{YYYY}",
      "{MM}",
      "{DEPT}",
      "-",
      "中",
    );
    const around = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(around, around, fc.integer({ min: 0, max: 999_999_999 }), (before, after, value) => {
        const format = `${before}{0000}${after}`;
        const text = formatNumber(format, value, "2026-03-09", "S+Z");
        // A digit beside the number is read as part of it.
        fc.pre(!/\d$/.test(formatNumber(before, 0, "2026-03-09", "S+Z")));
        fc.pre(!/^\{(YYYY|MM)/.test(after));
        expect(numberIn(format, text, "2026-03-09", "S+Z")).toBe(value);
      }),
    );
  });
});
