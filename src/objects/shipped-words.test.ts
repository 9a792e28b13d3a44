import { describe, expect, it } from "vitest";
import type { Field, SelectOption } from "../shared/metadata/field.ts";
import { swatchOf } from "../ui/kit/colors.ts";
import { objectIcon } from "../ui/kit/Icon.tsx";
import { withNeeded } from "./needed-fields.ts";
import { LOST_REASONS } from "./option-lists/lost-reason.ts";
import { SOURCES } from "./option-lists/source.ts";
import { shippedObjects } from "./registry.ts";
import { firstLine } from "./work/first-line.ts";

const NAME = /^[a-z][a-z0-9_]*$/;
const chinese = /[\u4e00-\u9fff]/;
const fieldsOf = shippedObjects.flatMap((object) =>
  Object.entries(object.fields).map(([name, field]) => [`${object.name}.${name}`, field] as const),
);
const optionsOf = (field: (typeof fieldsOf)[number][1]): readonly SelectOption[] =>
  "options" in field ? (field.options ?? []) : [];

describe("what every shipped object says", () => {
  it.each(shippedObjects.map((object) => [object.name, object] as const))(
    "%s has words in both languages",
    (name, object) => {
      expect(name).toMatch(NAME);
      for (const words of [object.label, object.plural]) {
        expect(words["zh-CN"], name).toMatch(/\S/);
        expect(words.en, name).toMatch(/^[A-Z]/);
      }
      for (const section of object.sections ?? []) expect(section.label["en"], name).toMatch(/\S/);
    },
  );

  it("fields have them as well, and where they are described, so are both descriptions", () => {
    for (const [name, { label, description }] of fieldsOf) {
      expect(
        [label["zh-CN"], label["en"]].every((text) => (text ?? "").trim() !== ""),
        name,
      ).toBe(true);
      if (description) expect([description["zh-CN"], description["en"]].every(Boolean), name).toBe(true);
    }
  });

  it("no two fields of one object have the same words: a condition could mean either", () => {
    for (const object of shippedObjects)
      for (const language of ["zh-CN", "en"] as const) {
        const words = Object.values(object.fields)
          .filter(({ internal }) => !internal)
          .map(({ label }) => label[language]);
        const twice = words.filter((word, at) => words.indexOf(word) !== at);
        expect(twice, `${object.name} ${language}`).toEqual([]);
      }
  });

  it("columns of lists and sections of forms have no field twice", () => {
    for (const { name, list, sections = [] } of shippedObjects) {
      expect(new Set(list.columns).size, name).toBe(list.columns.length);
      const placed = sections.flatMap(({ fields }) => fields);
      expect(new Set(placed).size, name).toBe(placed.length);
    }
  });

  it("icons are ones that the screens have", () => {
    for (const { name, icon, area } of shippedObjects)
      if (area) expect(icon && objectIcon(icon), name).toBe(icon);
  });
});

describe("options", () => {
  it("have a name that programs can use, words in both languages, and a colour that is known", () => {
    for (const [name, field] of fieldsOf)
      for (const option of optionsOf(field)) {
        expect(option.name, name).toMatch(/^[A-Za-z][\w-]*$/);
        expect(option.label["zh-CN"] && option.label["en"], `${name}.${option.name}`).toBeTruthy();
        if (option.color !== undefined)
          expect(swatchOf(option.color), `${name}.${option.name}`).toMatch(/^#[0-9a-f]{6}$/);
      }
  });
  it("are there once in a list, by name and by words", () => {
    for (const [name, field] of fieldsOf) {
      const options = optionsOf(field);
      expect(new Set(options.map((one) => one.name)).size, name).toBe(options.length);
      expect(new Set(options.map((one) => one.label["zh-CN"])).size, name).toBe(options.length);
    }
  });
  it("say their group in front, where they have one, in both languages", () => {
    for (const option of LOST_REASONS) {
      if (!("group" in option)) continue;
      expect(option.label["zh-CN"], option.name).toMatch(new RegExp(`^${option.group["zh-CN"]}：.`));
      expect(option.label.en, option.name).toMatch(new RegExp(`^${option.group.en}: .`));
      expect(option.group["zh-CN"]).toMatch(chinese);
    }
    expect(LOST_REASONS.filter((option) => !("group" in option)).map(({ name }) => name)).toEqual(["other"]);
  });
  it("of where business comes from are of three families", () => {
    const colors = new Set(SOURCES.flatMap((option) => ("color" in option ? [option.color] : [])));
    expect([...colors]).toEqual(["cyan", "blue", "purple"]);
  });
});

describe("fields that rules of the program go by", () => {
  const field: Field = { name: "name", kind: "text", label: { "zh-CN": "名称", en: "Name" } };
  it("are marked, and all else stays as it is", () => {
    const [marked] = withNeeded(shippedObjects.filter(({ name }) => name === "contact"));
    const given = shippedObjects.find(({ name }) => name === "contact");
    if (!marked || !given) throw new Error("There are no contacts");
    const needed = Object.entries(marked.fields).filter(([, one]) => one.needed === true);
    expect(needed.map(([name]) => name).toSorted()).toEqual(["account", "name"]);
    expect(Object.keys(marked.fields)).toEqual(Object.keys(given.fields));
    expect({ ...marked.fields["name"], needed: undefined }).toEqual({
      ...given.fields["name"],
      needed: undefined,
    });
  });
  it("are none of an object that nobody asks for by name", () => {
    const boat = {
      ...shippedObjects[0],
      name: "boat",
      fields: { name: field },
    } as (typeof shippedObjects)[number];
    expect(withNeeded([boat])).toEqual([boat]);
  });
  it("are there", () => {
    for (const object of withNeeded(shippedObjects)) {
      const known = shippedObjects.find(({ name }) => name === object.name);
      expect(Object.keys(object.fields), object.name).toEqual(Object.keys(known?.fields ?? {}));
    }
  });
});

describe("the first line of a text", () => {
  it.each([
    ["<p></p><p>A &amp; <b>B</b></p><p>C</p>", "A & B"],
    ["\n \u200b\n two\u200b \nthree", "two"],
    ["", ""],
    ["<script>x</script>", ""],
    [null, ""],
    [5, ""],
  ])("of %j is %j", (content, line) => expect(firstLine(content)).toBe(line));
  it("is cut between signs, not within one, and says that it was", () => {
    expect(firstLine("😀".repeat(5), 3)).toBe("😀😀…");
    expect([firstLine("abc", 3), firstLine("abcd", 3)]).toEqual(["abc", "ab…"]);
    expect([...firstLine("字".repeat(100))]).toHaveLength(60);
  });
});
