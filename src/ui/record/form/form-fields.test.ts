import { describe, expect, it } from "vitest";
import { label } from "../../../shared/i18n/label.ts";
import { objectInfo } from "../../../testing/screens/world.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { ProblemError, problemFrom } from "../../data/problem-error.ts";
import { conflictOf, kept } from "./conflict.ts";
import { defaultsOf, formParts } from "./form-fields.ts";

const deals = objectInfo("opportunity");
const contacts = objectInfo("contact");
const namesOf = (object: ObjectInfo, creating: boolean): readonly string[] =>
  formParts(object, creating).flatMap(({ fields }) => fields.map(({ name }) => name));
const plain = (object: ObjectInfo, change: Partial<Record<string, Partial<FieldInfo>>> = {}): ObjectInfo => {
  const { sections: _, ...rest } = object;
  const fields = rest.fields.map((field) => ({ ...field, ...change[field.name] }) as FieldInfo);
  return { ...rest, fields, byName: Object.fromEntries(fields.map((field) => [field.name, field])) };
};

describe("the parts of a form", () => {
  it("are the sections of the object in their order, then what stands in none of them", () => {
    const parts = formParts(
      { ...plain(contacts), sections: [{ label: label("甲", "A"), fields: ["title", "name", "nothing"] }] },
      true,
    );
    expect(parts[0]?.fields.map(({ name }) => name)).toEqual(["title", "name"]);
    expect(parts[1]?.label).toBeNull();
    const rest = parts[1]?.fields.map(({ name }) => name) ?? [];
    expect(rest).not.toContain("name");
    expect(rest, "the engine's own stay where a section puts them").not.toContain("owner");
  });
  it("without sections are one, the owner and department last, the foreign id nowhere", () => {
    const [only, ...others] = formParts(plain(contacts), true);
    const names = only?.fields.map(({ name }) => name) ?? [];
    expect(others).toEqual([]);
    expect(names.slice(-2).toSorted()).toEqual(["department", "owner"]);
    expect(names).not.toContain("external_id");
  });
  it("leave out a part of which nothing can be typed", () => {
    const nothing = {
      ...plain(contacts),
      sections: [{ label: label("甲", "A"), fields: ["id", "version"] }],
    };
    expect(formParts(nothing, true).every(({ fields }) => fields.length > 0)).toBe(true);
    expect(formParts(nothing, true)).toHaveLength(1);
  });
  it("have a stage and its pipeline where a record is made, and never where it is changed", () => {
    expect(namesOf(deals, true)).toEqual(expect.arrayContaining(["stage", "pipeline"]));
    expect(namesOf(deals, false)).not.toContain("stage");
    expect(namesOf(deals, false)).not.toContain("pipeline");
  });
  it("have nothing that the program or somebody else writes", () => {
    for (const name of ["created_at", "version", "stage_type", "slip_count", "dwell_days"])
      expect(namesOf(deals, true), name).not.toContain(name);
    expect(namesOf(plain(contacts, { title: { right: "read" } }), true)).not.toContain("title");
    expect(namesOf(plain(contacts, { title: { fixed: true } }), true)).toContain("title");
    expect(namesOf(plain(contacts, { title: { fixed: true } }), false)).not.toContain("title");
  });
  it("have no field twice", () => {
    for (const name of ["opportunity", "contact", "account", "lead", "activity", "task"]) {
      const names = namesOf(objectInfo(name), true);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });
});

it("defaults that are plain values stand in a new form; what must be worked out comes from the server", () => {
  const field = (name: string, given: unknown) => ({ name, kind: "text", default: given }) as FieldInfo;
  const fields = [
    field("a", "x"),
    field("b", 0),
    field("c", false),
    field("d", { expression: "me()" }),
    field("e", null),
    field("f", undefined),
  ];
  expect(defaultsOf([{ label: null, fields }])).toEqual({ a: "x", b: 0, c: false });
});

describe("two who write at once", () => {
  const conflict = (more: object) =>
    conflictOf(new ProblemError(problemFrom(409, { code: "version_conflict", ...more })));
  it("are told by field, with who was quicker and when, as far as that is known", () => {
    const errors = [
      {
        code: "changed",
        message: "x",
        field: "title",
        params: { author: "Zhao Min", at: "2026-11-30T02:00:00Z" },
      },
      { code: "changed", message: "x", field: "role", params: { author: null } },
      { code: "changed", message: "x" },
    ];
    expect(conflict({ errors, current: { id: "1", title: "B" } })).toEqual({
      clashes: [
        { field: "title", author: "Zhao Min", at: "2026-11-30T02:00:00Z" },
        { field: "role", author: "", at: "" },
      ],
      current: { id: "1", title: "B" },
    });
  });
  it("are no such thing where the record as it is does not come along", () => {
    expect([conflict({}), conflict({ current: "x" }), conflict({ current: [] })]).toEqual([null, null, null]);
  });
  it("what gives way to theirs is not saved, all else that was typed is", () => {
    const typed = { title: "Mine", role: "buyer", unit: null };
    expect(kept(typed, { title: "theirs", role: "mine" })).toEqual({ role: "buyer", unit: null });
    expect(kept(typed, {})).toEqual(typed);
  });
});
