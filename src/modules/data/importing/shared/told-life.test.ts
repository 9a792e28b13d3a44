import { expect, test } from "vitest";
import { printLife, readLife } from "./imported-life.ts";

const at = "2026-01-01T00:00:00Z";
test("a history is read as it was printed", () => {
  const life = readLife(
    JSON.stringify([{ at, set: { name: "A" }, by: { id: "1" }, skipped: ["x"], reason: "" }]),
  );
  expect(life).toEqual([
    { at: "2026-01-01T00:00:00.000000Z", values: { name: "A" }, by: { id: "1" }, skipped: ["x"] },
  ]);
  expect(readLife(printLife(life ?? []))).toEqual(life);
});

test("what names nobody is left out, what is no history is none", () => {
  expect(readLife(JSON.stringify([{ at, by: "somebody", skipped: 3, reason: 4 }]))).toEqual([
    { at: "2026-01-01T00:00:00.000000Z", values: {} },
  ]);
  for (const told of [[], {}, [{}], [{ at: "2026-13-01T00:00:00Z" }], [{ at, set: [] }], [{ at }, { at }]])
    expect(readLife(JSON.stringify(told)), JSON.stringify(told)).toBeNull();
});
