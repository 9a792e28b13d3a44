import { expect, test } from "vitest";
import { instantOf } from "./value-types.ts";

test("a moment is ISO in UTC with six digits of its second, however PostgreSQL shortens it", () => {
  const seen = (text: string) => instantOf(`2026-01-02 03:04:05${text}`);
  expect(
    ["+00", ".1+00", ".12+00", ".123+00", ".1234+00", ".12345+00", ".123456+00", ".5+00:00"].map(seen),
  ).toEqual(
    ["000000", "100000", "120000", "123000", "123400", "123450", "123456", "500000"].map(
      (micros) => `2026-01-02T03:04:05.${micros}Z`,
    ),
  );
  expect(instantOf("12026-01-02 03:04:05.1+00")).toBe("12026-01-02T03:04:05.100000Z");
  for (const strange of [
    "infinity",
    "-infinity",
    "0044-03-15 12:00:00+00 BC",
    "2026-01-02 03:04:05.12+05:30",
  ])
    expect(instantOf(strange)).toBe(strange);
});
