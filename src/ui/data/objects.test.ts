import { describe, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { objectInfo, personOf } from "../../testing/screens/world.ts";
import {
  askedFields,
  can,
  type FieldInfo,
  hasRight,
  isEditable,
  isShown,
  matchOf,
  type ObjectInfo,
} from "./objects.ts";
import { isAble, mayDo } from "./session.ts";

const deals = objectInfo("opportunity");
const field = (more: Partial<FieldInfo> = {}): FieldInfo =>
  ({
    name: "remark_c",
    kind: "text",
    label: label("备注", "Remark"),
    ...more,
  }) as FieldInfo;
const withRights = (rights: Partial<ObjectInfo["rights"]>, isLocked = false): ObjectInfo => ({
  ...deals,
  rights: { ...deals.rights, ...rights },
  isLocked,
});

describe("what can be done with an object", () => {
  it("is what the rights grant: whose records does not matter, none is none", () => {
    expect(["all", "own", true, false, "none"].map((read) => hasRight(withRights({ read }), "read"))).toEqual(
      [true, true, true, false, false],
    );
  });
  it("is nothing but reading while somebody looks as someone else", () => {
    const locked = withRights({ create: true, update: "all", read: "all" }, true);
    expect([can(locked, "read"), can(locked, "create"), can(locked, "update")]).toEqual([true, false, false]);
    expect(hasRight(locked, "update"), "what the rights say is unchanged").toBe(true);
  });
  it("an ability is had by its name or by all of them, and not in someone else's name", () => {
    const [all, one] = [
      personOf("administrator", { abilities: ["*"] }),
      personOf("seller", { abilities: ["record.export"] }),
    ];
    expect([
      isAble(all, "record.import"),
      isAble(one, "record.export"),
      isAble(one, "record.import"),
    ]).toEqual([true, true, false]);
    const viewing = { id: "1", name: "Wang Wei" } as never;
    expect([mayDo(all, "record.import"), mayDo({ ...all, viewing }, "record.import")]).toEqual([true, false]);
  });
});

describe("a field", () => {
  it("is shown unless it is internal, deleted or out of sight", () => {
    expect(
      [
        field(),
        field({ internal: true }),
        field({ hidden: true }),
        field({ right: "hidden" }),
        field({ right: "mask" }),
      ].map(isShown),
    ).toEqual([true, false, false, false, true]);
  });
  it.each([
    ["as it is", {}, true],
    ["read only", { right: "read" }, false],
    ["masked", { right: "mask" }, false],
    ["computed", { computed: true }, false],
    ["a formula", { kind: "formula" }, false],
    ["a roll-up", { kind: "rollup" }, false],
    ["an automatic number", { kind: "auto_number" }, false],
    ["fixed", { fixed: true }, false],
    ["internal", { internal: true }, false],
  ] as const)("%s can be written: %s", (_, more, expected) => {
    expect(isEditable(deals, field(more as Partial<FieldInfo>))).toBe(expected);
  });
  it("that is fixed is written once, by who may create", () => {
    expect(isEditable(deals, field({ fixed: true }), true)).toBe(true);
    expect(isEditable(withRights({ create: false }), field({ fixed: true }), true)).toBe(false);
    expect(isEditable(withRights({ update: "none", create: true }), field(), true)).toBe(true);
    expect(isEditable(withRights({ update: "none", create: true }), field())).toBe(false);
  });
});

describe("the fields that a list asks for", () => {
  it("are the usual ones, without a word, where nothing else is shown", () => {
    expect(askedFields(deals, ["name", "amount"])).toBeUndefined();
    expect(askedFields(deals, ["nothing_of_the_kind"])).toBeUndefined();
  });
  it("are all of them by name where one is answered by name only, and that one once", () => {
    const asked = askedFields(deals, ["name", "dwell_days", "dwell_days"])?.split(",") ?? [];
    expect(asked).toContain("name");
    expect(asked.filter((name) => name === "dwell_days")).toHaveLength(1);
    expect(asked).not.toContain("idle_days");
    const columnless = deals.fields.filter(({ kind }) => kind === "children" || kind === "tags");
    expect(columnless.filter(({ name }) => asked.includes(name))).toEqual([]);
  });
  it("are all of them where tags are shown, which are answered by name only, too", () => {
    expect(askedFields(deals, ["name", "tags"])?.split(",")).toEqual(
      expect.arrayContaining(["name", "amount", "tags"]),
    );
  });
  it("leave out what is out of sight", () => {
    const dwell = deals.byName["dwell_days"];
    if (!dwell) throw new Error("Deals have no clocks");
    const hidden = {
      ...deals,
      byName: { ...deals.byName, dwell_days: { ...dwell, right: "hidden" as const } },
    };
    expect(askedFields(hidden, ["dwell_days"])).toBeUndefined();
  });
});

it("which version was seen is said where the object asks for it, and is known", () => {
  const document = { ...deals, asksForVersion: true };
  expect([matchOf(document, { version: 3 }), matchOf(document, {}), matchOf(deals, { version: 3 })]).toEqual([
    { ifVersion: 3 },
    {},
    {},
  ]);
});
