import { describe, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import type { Field, FieldKind, FieldOf } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { readField } from "./read-field.ts";

const CNY = { currency: "CNY" };
const A = "0195f02a-8000-760e-af92-aea7ccceb4c7";
const B = "0195f02a-8000-760e-af92-aea7ccceb4c8";
const named = { name: "x", label: label("字段", "Field") };
const options = ["a", "b"].map((name) => ({ name, label: label(name, name) }));
const field = <K extends FieldKind>(kind: K, more: object = {}): Field =>
  ({ ...named, kind, ...more }) as FieldOf<K>;
/** The value in wire form, or the code of what is wrong with it. */
function read(of: Field, value: WireValue): unknown {
  const found = readField(of, value, CNY);
  return "reason" in found ? `! ${found.reason.code}` : found.value;
}

describe("choices", () => {
  const [one, several] = [field("select", { options }), field("multiselect", { options })];
  it("are options by their names, each once", () => {
    expect([read(one, "a"), read(one, "A"), read(one, 1)]).toEqual(["a", "! unknown_option", "! wrong_type"]);
    expect(read(several, ["b", "a", "b", "", null])).toEqual(["b", "a"]);
    expect([read(several, ["a", "c"]), read(several, "a"), read(several, [[]])]).toEqual([
      "! unknown_option",
      "! wrong_type",
      "! wrong_type",
    ]);
    expect(read(several, [null, ""])).toBeNull();
  });
  it("are so many at most", () => {
    expect(read(several, Array(200).fill("a"))).toEqual(["a"]);
    expect(read(several, Array(201).fill("a"))).toBe("! wrong_type");
  });
});

describe("links", () => {
  const [one, either] = [
    field("link", { targets: ["account"] }),
    field("link", { targets: ["account", "lead"] }),
  ];
  it("are an id, with the object where there are several", () => {
    expect([read(one, A), read(one, { id: A }), read(one, { object: "lead", id: A })]).toEqual([A, A, A]);
    expect(read(either, { object: "lead", id: A })).toEqual({ object: "lead", id: A });
    expect(read(either, A), "a bare id is of the first").toEqual({ object: "account", id: A });
    expect([read(either, { object: "user", id: A }), read(either, { id: A })]).toEqual([
      "! wrong_type",
      "! wrong_type",
    ]);
  });
  it.each(["x", 5, [A], { object: "account" }, { id: "x" }] as const)("%j is none", (given) =>
    expect(read(one, given as WireValue)).toBe("! wrong_type"),
  );
  it("several are kept in order, every record once, and so many at most", () => {
    const many = field("links", { targets: ["account", "lead"], max_count: 2 });
    expect(
      read(many, [
        { object: "lead", id: A },
        { object: "account", id: B.toUpperCase() },
      ]),
    ).toEqual([
      { object: "lead", id: A },
      { object: "account", id: B },
    ]);
    expect(read(many, [A, A.toUpperCase()])).toEqual([{ object: "account", id: A }]);
    expect(read(many, [A, B, A])).toBe("! too_many_links");
    expect([read(many, A), read(many, [null, ""]), read(many, ["x"])]).toEqual([
      [{ object: "account", id: A }],
      null,
      "! wrong_type",
    ]);
  });
  it("of files are ids, each once, as many as the field takes", () => {
    expect(read(field("file"), [A, B, A])).toEqual([A, B]);
    expect([
      read(field("file", { max_count: 1 }), [A, B]),
      read(field("file"), A),
      read(field("file"), ["x"]),
    ]).toEqual(["! wrong_type", "! wrong_type", "! wrong_type"]);
    expect([read(field("signature"), A), read(field("signature"), [A, B])]).toEqual([[A], "! wrong_type"]);
  });
  it("of lines are left to who writes them, but for their form", () => {
    const lines = field("children", { object: "line", via: "of" });
    const fitting: readonly WireValue[] = [[{ a: 1 }], { upsert: [], delete: [A] }, {}];
    for (const fine of fitting) expect(read(lines, fine)).toEqual(fine);
    const others: readonly WireValue[] = ["x", { upsert: "x" }, { delete: {} }];
    for (const wrong of others) expect(read(lines, wrong)).toBe("! wrong_type");
  });
});
