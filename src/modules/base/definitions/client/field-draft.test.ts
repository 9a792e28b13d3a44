import { describe, expect, it } from "vitest";
import type { SettingsField } from "../../../../shared/wire/fields.contract.ts";
import { apiNameOf } from "./api-name.ts";
import { bodyOf, draftOf, withKind } from "./field-draft.ts";

const shoe: SettingsField = {
  name: "shoe",
  kind: "text",
  label: { "zh-CN": "鞋码", en: "Shoe size" },
  max_length: 20,
  custom: true,
};
const option = (name: string, zh: string, en?: string) => ({
  name,
  label: { "zh-CN": zh, ...(en ? { en } : {}) },
});
const color: SettingsField = {
  ...shoe,
  name: "color",
  kind: "select",
  options: [{ name: "red", label: { "zh-CN": "红", en: "Red" } }],
};
const optionsSent = (...given: ReturnType<typeof option>[]) => {
  const { options } = bodyOf({ ...draftOf(color), properties: { options: given } }, color);
  return Array.isArray(options) ? options : null;
};

it.each([
  ["Service contract", "service_contract"],
  ["  2nd Line!  ", "nd_line"],
  ["合同", ""],
  ["a".repeat(60), "a".repeat(40)],
])("%j may be called %j by programs", (words, name) => {
  expect(apiNameOf(words)).toBe(name);
});

describe("what is sent of a field that is there", () => {
  it("its label, and what differs", () => {
    const draft = draftOf(shoe);
    expect(bodyOf(draft, shoe)).toEqual({ label: shoe.label });
    expect(bodyOf({ ...draft, properties: { max_length: 30 } }, shoe)).toMatchObject({ max_length: 30 });
  });

  it("what was emptied as null, so that it is taken away", () => {
    const draft = draftOf(shoe);
    expect(bodyOf({ ...draft, properties: {} }, shoe)).toMatchObject({ max_length: null });
    const helped = { ...shoe, description: { en: "In Europe" } };
    expect(bodyOf({ ...draftOf(helped), helpEn: "" }, helped)).toMatchObject({ description: null });
  });

  it("of a shipped one nothing that only its makers may change", () => {
    const shipped = { ...shoe, custom: false };
    expect(bodyOf({ ...draftOf(shipped), properties: { format: "uscc" } }, shipped)).not.toHaveProperty(
      "format",
    );
  });
});

describe("a new field", () => {
  it("sends what was given and no nulls", () => {
    const draft = { ...draftOf(null), zh: "鞋码", en: "" };
    expect(bodyOf(draft, null)).toEqual({ label: { "zh-CN": "鞋码" } });
  });

  it("keeps what both kinds know when the kind changes, and drops the rest", () => {
    const number = withKind({ ...draftOf(null), properties: { max_length: 5, required: true } }, "integer");
    expect(number.properties).not.toHaveProperty("max_length");
    expect(number.properties).toHaveProperty("required", true);
  });
});

describe("new options", () => {
  it("are called after their English words, where those are free", () => {
    const sent = optionsSent(option("red", "红", "Red"), option("option_2", "深蓝", "Dark blue"));
    expect(sent?.map(({ name }) => name)).toEqual(["red", "dark_blue"]);
  });

  it("keep their number where the name is taken, or nothing can be made of the words", () => {
    const sent = optionsSent(
      option("red", "红", "Red"),
      option("option_2", "红色", "Red"),
      option("option_3", "绿"),
    );
    expect(sent?.map(({ name }) => name)).toEqual(["red", "option_2", "option_3"]);
  });

  it("without English words have the Chinese ones in both languages", () => {
    expect(optionsSent(option("option_2", "绿"))?.[0]?.label).toEqual({ "zh-CN": "绿", en: "绿" });
  });
});
