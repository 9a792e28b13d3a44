import { describe, expect, it } from "vitest";
import { label } from "../../../../../shared/i18n/label.ts";
import { objectInfo } from "../../../../../testing/screens/world.ts";
import {
  addSection,
  layoutOf,
  moveField,
  placeIn,
  removeSection,
  stepField,
  stepSection,
} from "./form-layout.ts";

const first = label("基本信息", "Basics");
const layout = {
  sections: [
    { label: first, fields: ["a", "b", "c"] },
    { label: first, fields: ["d"] },
  ],
  rest: ["e"],
};
const lists = ({ sections, rest }: typeof layout | ReturnType<typeof addSection>) =>
  [...sections.map(({ fields }) => fields.join("")), rest.join("")].join("|");

describe("a field", () => {
  it("goes before what stands at the place, or to the end", () => {
    expect(lists(moveField(layout, "c", { section: 0, at: 0 }))).toBe("cab|d|e");
    expect(lists(moveField(layout, "a", { section: 0, at: 2 }))).toBe("bac|d|e");
    expect(lists(moveField(layout, "a", { section: 1, at: 9 }))).toBe("bc|da|e");
    expect(lists(moveField(layout, "e", { section: 1, at: 0 }))).toBe("abc|ed|");
    expect(lists(moveField(layout, "a", { section: 0, at: 0 }))).toBe("abc|d|e");
  });
  it("steps within its section and past its end into the next, the rest being the last", () => {
    expect(lists(stepField(layout, "a", 1))).toBe("bac|d|e");
    expect(lists(stepField(layout, "c", -1))).toBe("acb|d|e");
    expect(lists(stepField(layout, "c", 1))).toBe("ab|cd|e");
    expect(lists(stepField(layout, "d", -1))).toBe("abcd||e");
    expect(lists(stepField(layout, "d", 1))).toBe("abc||de");
    expect(lists(stepField(layout, "a", -1))).toBe("abc|d|e");
    expect(lists(stepField(layout, "e", 1))).toBe("abc|d|e");
  });
});

describe("a section", () => {
  it("is added last, moved, and gives its fields to the rest when it goes", () => {
    expect(lists(addSection(layout, first))).toBe("abc|d||e");
    expect(lists(stepSection(layout, 0, 1))).toBe("d|abc|e");
    expect(lists(stepSection(layout, 0, -1))).toBe("abc|d|e");
    expect(lists(removeSection(layout, 0))).toBe("d|abce");
  });
});

it("a shipped object begins with its own sections, and no field is there twice", () => {
  const deal = layoutOf(objectInfo("opportunity"), first);
  expect(deal.sections.length).toBe(objectInfo("opportunity").sections?.length);
  expect(placeIn(deal, "amount")?.section).toBe(0);
  const names = [...deal.sections.flatMap(({ fields }) => fields), ...deal.rest];
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain("created_at");
});

it("an object without sections begins with one that has what its form asks, the owner as well", () => {
  const plain = { ...objectInfo("contact"), sections: undefined };
  const { sections } = layoutOf(plain, first);
  expect(sections).toHaveLength(1);
  expect(sections[0]?.fields).toEqual(expect.arrayContaining(["name", "owner"]));
});
