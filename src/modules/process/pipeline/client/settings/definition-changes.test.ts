import { expect, it } from "vitest";
import type { Criterion } from "../../shared/pipeline.ts";
import { criterionChanges, ruleChanges } from "./definition-changes.ts";

const fields = (id: string, ...names: string[]): Criterion => ({ id, kind: "fields", fields: names });

it("a criterion came, asks something else, or went", () => {
  const before = [fields("a", "amount"), fields("b", "account"), fields("c", "owner")];
  const after = [fields("a", "amount"), fields("b", "account", "contact"), fields("d", "source")];
  expect(criterionChanges(before, after).map(({ kind, criterion }) => [kind, criterion.id])).toEqual([
    ["changed", "b"],
    ["added", "d"],
    ["removed", "c"],
  ]);
  expect(criterionChanges(undefined, undefined)).toEqual([]);
});

it("rules are compared one by one; a first version has nothing to differ from", () => {
  const rules = { allow_skip: true, allow_backward: true, backward_needs_reason: true, allow_reopen: true };
  expect(ruleChanges(rules, { ...rules, allow_skip: false, meeting_days: 5 })).toEqual([
    "allow_skip",
    "meeting_days",
  ]);
  expect(ruleChanges(rules, { ...rules })).toEqual([]);
  expect(ruleChanges(undefined, rules)).toEqual([]);
});
