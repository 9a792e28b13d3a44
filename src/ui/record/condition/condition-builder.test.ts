import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONDITION_OPERATORS,
  type ConditionRow,
  conditionsOf,
  conditionsText,
} from "../../../shared/expression/simple-conditions.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { idNo, objectInfo, objectsFor } from "../../../testing/screens/world.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";
import { isComplete, literalOf, operatorOf, typedOf } from "./condition-row.ts";

const objects = new Map(objectsFor("administrator").map(({ name }) => [name, objectInfo(name)]));
const schema = { object: (name: string) => objects.get(name), objects };
const fieldOf = (object: string, name: string): FieldInfo => {
  const field = objects.get(object)?.byName[name];
  if (!field) throw new Error(`${object} has no ${name}`);
  return field;
};
/** What somebody types into the input of a field of each kind. */
const TYPED: readonly (readonly [object: string, field: string, typed: WireValue, literal: WireValue])[] = [
  ["opportunity", "name", "By event date", "By event date"],
  ["opportunity", "amount", { amount: "1250.50", currency: "CNY" }, "1250.50"],
  ["opportunity", "probability", "12.5", "0.125"],
  ["opportunity", "close_date", "2026-03-01", "2026-03-01"],
  ["opportunity", "account", idNo(30), idNo(30)],
  ["opportunity", "owner", idNo(2), idNo(2)],
  ["opportunity", "slip_count", 3, "3"],
  ["activity", "regarding", { object: "account", id: idNo(30) }, idNo(30)],
  ["activity", "also_regarding", [{ object: "account", id: idNo(30) }], idNo(30)],
];

describe("what is typed and what the condition says", () => {
  it.each(TYPED)("%s.%s: %j is %j", (object, name, typed, literal) => {
    const field = fieldOf(object, name);
    const said =
      field.kind === "percent" || field.kind === "money" || field.kind === "integer" ? literal : literal;
    expect(literalOf(field, typed)).toEqual(said);
  });
  it.each(TYPED)("%s.%s: what was typed stands in the input again", (object, name, typed, literal) => {
    const field = fieldOf(object, name);
    const shown = typedOf(field, literal, "CNY", "account");
    expect(typeof typed === "number" ? Number(shown) : shown).toEqual(typed);
  });
  it("nothing typed is nothing said, in both directions", () => {
    for (const [object, name] of TYPED) {
      const field = fieldOf(object, name);
      expect([
        literalOf(field, null),
        literalOf(field, ""),
        typedOf(field, null, "CNY"),
        typedOf(field, undefined, "CNY"),
      ]).toEqual([null, null, null, null]);
    }
    expect(typedOf(fieldOf("opportunity", "probability"), "half", "CNY")).toBe("half");
    expect(typedOf(fieldOf("opportunity", "name"), { expression: "me()" }, "CNY")).toBeNull();
  });
});

describe("a row", () => {
  const row = (operator: ConditionRow["operator"], value?: WireValue): ConditionRow =>
    value === undefined ? { field: "name", operator } : { field: "name", operator, value };
  it("counts when it is whole: with a value, or without where none is needed", () => {
    expect(
      [
        row("blank"),
        row("not_blank"),
        row("eq"),
        row("eq", ""),
        row("in", []),
        row("eq", "a"),
        row("eq", false),
      ].map(isComplete),
    ).toEqual([true, true, false, false, false, true, true]);
  });
  it("shows the words for exactly its value before those for any", () => {
    const operators = kindUi(fieldOf("opportunity", "owner")).operators;
    expect(operatorOf(row("eq", { expression: "me()" }), operators)?.key).toBe("me");
    expect(operatorOf(row("eq", idNo(2)), operators)?.key).toBe("eq");
    expect(operatorOf(row("contains", "x"), operators)).toBeUndefined();
  });
});

describe("every operator that the builder offers, for every field", () => {
  const all = [...objects.values()].flatMap((object) =>
    object.fields
      .filter((field) => !field.internal && field.right !== "hidden")
      .flatMap((field) => kindUi(field).operators.map((operator) => [object.name, field, operator] as const)),
  );
  it("has words in both languages and an operator of the language", () => {
    for (const [, field, operator] of all) {
      expect(CONDITION_OPERATORS, field.name).toContain(operator.operator);
      expect(
        operator.label["zh-CN"] !== "" && operator.label.en !== "",
        `${field.name} ${operator.key}`,
      ).toBe(true);
    }
    expect(all.length).toBeGreaterThan(500);
  });
  it("with a fixed value is a condition that is read again as the same row", () => {
    for (const [object, field, { operator, value, fixed }] of all) {
      if (value !== "none") continue;
      const written: ConditionRow = {
        field: field.name,
        operator,
        ...(fixed === undefined ? {} : { value: fixed }),
      };
      const options = { schema, object, expects: "boolean" } as const;
      const text = conditionsText({ match: "all", rows: [written] }, options);
      if (field.kind === "children") continue;
      expect(conditionsOf(text, options)?.rows, `${object}: ${text}`).toEqual([written]);
    }
  });
  it("has no key twice in one field", () => {
    for (const object of objects.values())
      for (const field of object.fields) {
        const keys = kindUi(field).operators.map(({ key }) => key);
        expect(new Set(keys).size, `${object.name}.${field.name}`).toBe(keys.length);
      }
  });
});

it("rows of texts, amounts and shares are written and read back, whatever they say", () => {
  const options = { schema, object: "opportunity", expects: "boolean" } as const;
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((one) => one.normalize("NFC"));
  const row = fc.oneof(
    fc.record({
      field: fc.constantFrom("name", "next_step", "account.name"),
      operator: fc.constantFrom("eq", "ne", "contains", "not_contains", "starts_with", "ends_with" as const),
      value: text.filter((one) => !/[\0\p{Surrogate}]/u.test(one)),
    }),
    fc.record({
      field: fc.constantFrom("amount", "probability"),
      operator: fc.constantFrom("ge", "gt", "le", "lt", "eq", "ne" as const),
      value: fc.integer({ min: -99_999, max: 99_999 }).map((cents) => String(cents / 8)),
    }),
    fc.record({ field: fc.constant("close_date"), operator: fc.constantFrom("blank", "not_blank" as const) }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("all", "any" as const),
      fc.array(row, { minLength: 2, maxLength: 5 }),
      (match, rows) => {
        expect(conditionsOf(conditionsText({ match, rows }, options), options)).toEqual({ match, rows });
      },
    ),
    { numRuns: 60 },
  );
});
