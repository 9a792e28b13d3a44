import { describe, expect, it } from "vitest";
import { label } from "../i18n/label.ts";
import type { Field } from "./field.ts";
import type { WireValue } from "./object.ts";
import { furtherOf, pointedAt, pointersOf } from "./further-links.ts";
import { isHierarchy } from "./hierarchy.ts";
import { parentOf, personalOf } from "./object.ts";
import { isMap, linkedId, textIn, textOrNull } from "./wire-value.ts";

const common = { name: "up", label: label("上级", "Parent") };
const link = (targets: readonly string[], more: { hierarchy?: boolean } = {}): Field => ({
  ...common,
  kind: "link",
  targets,
  ...more,
});
const person = (more: { hierarchy?: boolean } = {}): Field => ({ ...common, kind: "person", ...more });
const department: Field = { ...common, kind: "department" };

describe("a hierarchy", () => {
  it("is a link to its own object alone, unless that is denied", () => {
    expect(isHierarchy("account", link(["account"]))).toBe(true);
    expect(isHierarchy("account", link(["account"], { hierarchy: false }))).toBe(false);
    expect(isHierarchy("account", link(["contact"]))).toBe(false);
    expect(isHierarchy("account", link(["contact"], { hierarchy: true })), "of another object").toBe(false);
  });
  it("is a link to several where that is said", () => {
    expect(isHierarchy("account", link(["account", "contact"]))).toBe(false);
    expect(isHierarchy("account", link(["account", "contact"], { hierarchy: true }))).toBe(true);
  });
  it("is a person's person and a department's department", () => {
    expect([isHierarchy("user", person()), isHierarchy("account", person())]).toEqual([true, false]);
    expect(isHierarchy("user", person({ hierarchy: false }))).toBe(false);
    expect([isHierarchy("department", department), isHierarchy("user", department)]).toEqual([true, false]);
  });
  it("is no field of the engine and none that is gone", () => {
    expect(isHierarchy("user", { ...person(), system: true })).toBe(false);
    expect(isHierarchy("account", { ...link(["account"]), hidden: true })).toBe(false);
    expect(isHierarchy("account", { ...common, kind: "text" })).toBe(false);
  });
});

describe("what a field points at", () => {
  const links: Field = { ...common, name: "also", kind: "links", targets: ["lead"], lengthens: "up" };
  it("are the objects of its kind", () => {
    expect(
      [link(["a", "b"]), links, person(), department, { ...common, kind: "text" } as const].map(pointedAt),
    ).toEqual([["a", "b"], ["lead"], ["user"], ["department"], []]);
  });
  it("goes on in the list that lengthens it, while that is not gone", () => {
    expect(furtherOf({ fields: [link(["a"]), links] }, "up")?.name).toBe("also");
    expect(furtherOf({ fields: [links] }, "other")).toBeUndefined();
    expect(furtherOf({ fields: [{ ...links, hidden: true }] }, "up")).toBeUndefined();
    expect(furtherOf({ fields: [{ ...common, kind: "json" }] }, "up")).toBeUndefined();
  });
  it("is read from an id, a pointer or a list, in order", () => {
    expect(pointersOf("1", "lead")).toEqual([{ object: "lead", id: "1" }]);
    expect(pointersOf({ object: "account", id: "2" }, "lead")).toEqual([{ object: "account", id: "2" }]);
    expect(pointersOf({ id: "2" }, "lead")).toEqual([{ object: "lead", id: "2" }]);
    expect(pointersOf(["1", { object: "account", id: "2" }, null, 3], "lead")).toEqual([
      { object: "lead", id: "1" },
      { object: "account", id: "2" },
    ]);
    const nothing: readonly (WireValue | undefined)[] = [
      null,
      undefined,
      5,
      true,
      {},
      { object: "account" },
      { id: 5 },
    ];
    for (const none of nothing) expect(pointersOf(none, "lead"), JSON.stringify(none)).toEqual([]);
  });
});

describe("a value that nobody knows beforehand", () => {
  it("is a map only when it has members", () => {
    expect([{}, { a: 1 }, [], null, "a", undefined, 3].map(isMap)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  it("is a text or nothing", () => {
    expect([textIn("a"), textIn(3), textIn(null), textIn(undefined)]).toEqual(["a", "", "", ""]);
    expect([textOrNull("a"), textOrNull(""), textOrNull(3), textOrNull(undefined)]).toEqual([
      "a",
      null,
      null,
      null,
    ]);
  });
  it("has the id of its link in either form", () => {
    expect([linkedId("1"), linkedId({ object: "lead", id: "2" }), linkedId({ object: "lead" })]).toEqual([
      "1",
      "2",
      "",
    ]);
    expect([linkedId(null), linkedId(["1"]), linkedId(undefined), linkedId({ id: 5 })]).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("how an object is shared", () => {
  it("is told by one of its forms alone", () => {
    const parent = { parent: "opportunity", implied: true };
    const personal = { personal: "edit" } as const;
    expect([parentOf("owner"), parentOf(parent), parentOf(personal)]).toEqual([undefined, parent, undefined]);
    expect([personalOf("everyone"), personalOf(parent), personalOf(personal)]).toEqual([
      undefined,
      undefined,
      personal,
    ]);
  });
});
