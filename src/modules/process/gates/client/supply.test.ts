import { expect, test } from "vitest";
import { equalities, groupUnmet, NOTHING, toMove, withMeet, withValue } from "./gate-answers.ts";

test("a new related record is filled with the plain equalities of its criterion, and nothing that is only possible", () => {
  expect(equalities(`type == "needs_interview" && status == "done"`)).toEqual({
    type: "needs_interview",
    status: "done",
  });
  expect(equalities(`confirmed == true && amount >= 100`)).toEqual({ confirmed: true });
  expect(equalities(`type == "visit" || type == "call"`)).toEqual({});
  expect(equalities(undefined)).toEqual({});
});

test("items of one criterion stand together and a field is asked for once", () => {
  const item = (criterion: string, fields: readonly string[]) =>
    ({ code: "required", message: "m", criterion, fix: { action: "fill", fields } }) as const;
  expect(
    groupUnmet([item("a", ["amount"]), item("a", ["close_date"]), item("b", ["amount", "owner"])]).map(
      ({ criterion, fields }) => [criterion, fields],
    ),
  ).toEqual([
    ["a", ["amount", "close_date"]],
    ["b", ["owner"]],
  ]);
});

test("a move carries only what was supplied", () => {
  expect(toMove(NOTHING, "demo", "needs")).toEqual({ to: "demo", from: "needs" });
  expect(
    toMove(
      { ...withMeet(withValue(NOTHING, "amount", "5"), "list", { x: true }), reason: " why " },
      "demo",
      "",
    ),
  ).toEqual({
    to: "demo",
    values: { amount: "5" },
    meet: [{ criterion: "list", value: { x: true } }],
    reason: "why",
  });
});
