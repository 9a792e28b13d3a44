import { describe, expect, it } from "vitest";
import { checkExpression } from "../../shared/expression/check.ts";
import { label } from "../../shared/i18n/label.ts";
import type { Version } from "../../shared/wire/versions.contract.ts";
import { objectInfo, objectsFor } from "../../testing/screens/world.ts";
import type { FieldInfo, ObjectInfo } from "../data/objects.ts";
import { exampleIn } from "../field/example-in.ts";
import { phoneText } from "../field/phone-text.ts";
import { amountField } from "./board/amount-field.ts";
import { targetText } from "./board/board-speech.ts";
import { draggedRecord } from "./board/dragged-record.ts";
import { columnOf } from "./list/columns.ts";
import { partOf, partsOf } from "./page/changed-part.ts";
import { noteIn } from "./page/note-in.ts";
import { relatedLists } from "./page/related-lists.ts";
import { dayOf } from "./time/past-day.ts";
import { comparedFields, partView, sinceParts } from "./time/since.ts";
import { sameAmong } from "./versions/same-among.ts";

const objects = new Map(objectsFor("administrator").map(({ name }) => [name, objectInfo(name)]));
const deals = objectInfo("opportunity");
const accounts = objectInfo("account");
const change = (object: ObjectInfo, fields: Partial<Record<string, Partial<FieldInfo>>>): ObjectInfo => {
  const all = object.fields.map((field) => ({ ...field, ...fields[field.name] }) as FieldInfo);
  return { ...object, fields: all, byName: Object.fromEntries(all.map((field) => [field.name, field])) };
};

describe("what changed since a day", () => {
  const names = (object: ObjectInfo) => comparedFields(object).map(({ name }) => name);
  it("is told of the stage, the amount, the owner and what the list shows", () => {
    expect(names(deals)).toEqual(expect.arrayContaining(["stage", "amount", "owner", "name"]));
    expect(names(deals).length).toBeLessThanOrEqual(12);
    expect(new Set(names(deals)).size).toBe(names(deals).length);
  });
  it("is not told of what is masked or out of sight, nor of what follows by itself", () => {
    const masked = change(deals, { amount: { right: "mask" }, name: { right: "hidden" } });
    expect(names(masked)).not.toContain("amount");
    expect(names(masked)).not.toContain("name");
    expect(
      names({ ...deals, list: { ...deals.list, columns: ["stage_entered_at", "slip_count"] } }),
    ).not.toContain("slip_count");
  });
  it("asks three questions that the server can answer", () => {
    const parts = sinceParts(deals, 'stage == "needs"', "2026-03-01");
    for (const { filter } of Object.values(parts)) {
      const checked = checkExpression(filter, {
        schema: { object: (name) => objects.get(name), objects },
        object: "opportunity",
        expects: "boolean",
        past: true,
      });
      expect(checked.ok, filter).toBe(true);
    }
    expect([parts.new.asOf, parts.changed.asOf, parts.gone.asOf]).toEqual(["", "", "2026-03-01"]);
    expect(parts.new.filter).toBe('(stage == "needs") && (!asof("2026-03-01", stage == "needs"))');
    expect(parts.changed.filter).toContain('amount.amount != asof("2026-03-01", amount.amount)');
  });
  it("of a list without conditions asks of every record", () => {
    expect(sinceParts(deals, "", "2026-03-01").new.filter).toBe('!asof("2026-03-01", true)');
    const bare = {
      ...change(
        deals,
        Object.fromEntries(deals.fields.map(({ name }) => [name, { right: "hidden" as const }])),
      ),
    };
    expect(sinceParts(bare, "", "2026-03-01").changed.filter).toBe('(asof("2026-03-01", true)) && (false)');
  });
  it("narrows the list only while a part is chosen and no past day is shown", () => {
    const view = (more: Partial<Parameters<typeof partView>[2]>) =>
      partView(deals, "won", { asOf: "", since: "2026-03-01", part: "", ...more });
    expect(view({})).toEqual({ filter: "won", asOf: "" });
    expect(view({ part: "new", since: "" })).toEqual({ filter: "won", asOf: "" });
    expect(view({ part: "new", asOf: "2026-01-01" })).toEqual({ filter: "won", asOf: "2026-01-01" });
    expect(view({ part: "gone" }).asOf).toBe("2026-03-01");
  });
  it("a moment is shown as its day, and what is neither as today", () => {
    expect(dayOf("2026-03-01")).toBe("2026-03-01");
    expect(dayOf(new Date(2026, 2, 1, 12).toISOString())).toBe("2026-03-01");
    expect(dayOf("yesterday")).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("the lists on a record's page", () => {
  const lists = (object: ObjectInfo, all = objects) =>
    relatedLists(object, all).map((list) => `${list.object.name}.${list.field.name}`);
  it("are of the records that point at it and ask to be shown there", () => {
    expect(lists(accounts)).toEqual(expect.arrayContaining(["contact.account", "opportunity.account"]));
    for (const elsewhere of lists(accounts)) expect(elsewhere).not.toMatch(/^(file|activity)\./);
  });
  it("of an object that an administrator made are shown without being asked to", () => {
    const link = {
      name: "account_c",
      kind: "link",
      targets: ["account"],
      label: label("客户", "Account"),
    } as FieldInfo;
    const probe = {
      ...deals,
      name: "probe_c",
      plural: label("探针", "Probes"),
      custom: true,
      fields: [link],
      byName: { account_c: link },
    };
    const found = relatedLists(accounts, new Map([["probe_c", probe]]));
    expect(found.map((list) => list.label)).toEqual([probe.plural]);
    expect(relatedLists(accounts, new Map([["probe_c", { ...probe, custom: false }]]))).toEqual([]);
    const lines = {
      name: "lines",
      kind: "children",
      object: "probe_c",
      via: "account_c",
      label: link.label,
    } as FieldInfo;
    const withLines = { ...accounts, fields: [lines], byName: { lines } };
    expect(
      relatedLists(withLines, new Map([["probe_c", probe]])),
      "its lines have a table of their own",
    ).toEqual([]);
  });
});

describe("one side of a change", () => {
  const json = { name: "rights", kind: "json", label: {} } as FieldInfo;
  const text = { ...json, kind: "text" } as FieldInfo;
  const told = (before: object, after: object) => ({ field: "x", before, after }) as never;
  it("is a value, the title of a link, and whether it was erased", () => {
    expect(partOf({ value: null })).toEqual({ value: null, title: "", erased: false });
    expect(partOf({ value: "1", title: "Wang", erased: true })).toEqual({
      value: "1",
      title: "Wang",
      erased: true,
    });
  });
  it("of a structure has only what differs", () => {
    const [before, after] = partsOf(json, told({ value: { a: 1, b: 2 } }, { value: { a: 1, b: 3 } }));
    expect([before.value, after.value]).toEqual([{ b: 2 }, { b: 3 }]);
    expect(partsOf(text, told({ value: "a" }, { value: "b" })).map(({ value }) => value)).toEqual(["a", "b"]);
  });
  it("a line of the log may say nothing beside it", () => {
    expect([noteIn(undefined), noteIn("x"), noteIn({ reason: "late" })]).toEqual([
      {},
      {},
      { reason: "late" },
    ]);
  });
});

describe("versions side by side", () => {
  const version = (from: string, values: object, lines: object = {}) => ({ from, values, lines }) as Version;
  const field = (name: string, kind: FieldInfo["kind"] = "text") => ({ name, kind }) as FieldInfo;
  const all = [
    version("2026-03-03", { name: "b" }, { items: 1 }),
    version("2026-03-02", { name: "b", note: null }),
    version("2026-03-01", { name: "a" }),
  ];
  const same = sameAmong(all);
  it("agree where their values do; nothing and null are the same", () => {
    const [third, second, first] = all;
    if (!first || !second || !third) throw new Error("there are three");
    expect([same(third, second, field("name")), same(second, first, field("name"))]).toEqual([true, false]);
    expect(same(second, first, field("note"))).toBe(true);
    const items = field("items", "children");
    expect([same(third, second, items), same(second, third, items), same(second, first, items)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("a board", () => {
  it("sums the amount, else the first money that is shown, else nothing", () => {
    expect(amountField(deals)).toBe("amount");
    const named = change(accounts, {});
    const money = named.fields.find(({ kind, internal }) => kind === "money" && !internal)?.name ?? null;
    expect(amountField(named)).toBe(money);
    expect(amountField({ ...accounts, fields: [], byName: {} })).toBeNull();
    expect(amountField(change(deals, { amount: { kind: "text" } }))).not.toBe("amount");
  });
  it("says of a column how it stands for the card", () => {
    const say = (text: { en: string }, params?: object) => `${text.en}${JSON.stringify(params ?? {})}`;
    const words = (["open", "asks", "shut"] as const).map((state) =>
      targetText(say as never, { state, reasons: ["a", "b"] }),
    );
    expect(new Set(words).size).toBe(3);
    expect(words[1]).toContain('"count":2');
  });
  it("carries the record of its card, or nothing", () => {
    expect([
      draggedRecord({ record: { id: "1" } }),
      draggedRecord({ record: "1" }),
      draggedRecord(undefined),
    ]).toEqual([{ id: "1" }, null, null]);
  });
});

describe("small words", () => {
  it("a column is never narrower than can be gripped, and wide for what names a record", () => {
    const title = deals.byName["name"];
    if (!title) throw new Error("Deals have no name");
    expect([columnOf(title).width, columnOf(title, 10).width, columnOf(title, 333).width]).toEqual([
      240, 60, 333,
    ]);
  });
  it.each([
    ["13800138000", "138 0013 8000"],
    ["+8613800138000", "138 0013 8000"],
    ["051266668888", "0512 6666 8888"],
    ["010-88886666", "010 8888 6666"],
    ["021-1234567", "021 123 4567"],
    ["+14155552671", "+14155552671"],
    ["138****8000", "138****8000"],
    ["", ""],
  ])("%s is shown as %s", (phone, shown) => expect(phoneText(phone)).toBe(shown));
  it("an example in Chinese is shown to who reads Chinese", () => {
    expect([
      exampleIn("苏州", "en"),
      exampleIn("苏州", "zh-CN"),
      exampleIn("A-1", "en"),
      exampleIn(undefined, "en"),
    ]).toEqual([undefined, "苏州", "A-1", undefined]);
  });
});
