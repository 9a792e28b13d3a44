import { expect, it } from "vitest";
import { heldAfter } from "./held-after.ts";

it("a record held after a change what the later ones of the page found", () => {
  const held = heldAfter([
    { seq: 1, record: "a", before: {}, after: { stage: "one", owner: "wang" } },
    { seq: 2, record: "b", before: { stage: "x" }, after: { stage: "y" } },
    { seq: 3, record: "a", before: { stage: "one" }, after: { stage: "two", note: "late" } },
    { seq: 4, record: "a", before: { owner: "wang" }, after: { owner: "li" } },
  ]);
  expect(held.get(1)).toEqual({ stage: "one", owner: "wang", note: null });
  expect(held.get(2)).toEqual({ stage: "y" });
  expect(held.get(3)).toEqual({ stage: "two", owner: "wang", note: "late" });
  expect(held.get(4)).toEqual({ owner: "li" });
});
