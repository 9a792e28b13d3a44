import { describe, expect, it } from "vitest";
import { checkExpression } from "../../../shared/expression/check.ts";
import { conditionsOf } from "../../../shared/expression/simple-conditions.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { idNo, objectInfo, salesPipeline } from "../../../testing/screens/world.ts";
import { groupCondition } from "./group-condition.ts";
import { inGroupOrder } from "./group-order.ts";
import { groupingOf, groupText } from "./grouping.ts";

const deals = objectInfo("opportunity");
const of = (text: string) => {
  const grouping = groupingOf(deals, text);
  if (!grouping) throw new Error(`${text} groups nothing`);
  return grouping;
};
const conditionOf = (text: string, value: WireValue) => groupCondition(of(text), value);
const options = {
  schema: { object: (name: string) => (name === "opportunity" ? deals : objectInfo(name)) },
  object: "opportunity",
};

describe("the condition of a group", () => {
  it("is what the condition builder writes, and both understand it", () => {
    const asked: readonly (readonly [string, WireValue])[] = [
      ["stage", "proposal"],
      ["owner", idNo(1)],
      ["source", null],
      ["budget_confirmed", true],
      ["budget_confirmed", false],
      ["close_date:month", "2026-02-01"],
      ["close_date:week", "2026-11-30"],
      ...["overdue", "today", "this_week", "later"].map((due) => ["close_date:due", due] as const),
      ["created_at:month", "2026-02-01"],
      ["created_at:due", "today"],
    ];
    for (const [text, value] of asked) {
      const condition = conditionOf(text, value);
      expect(checkExpression(condition, { ...options, expects: "boolean" }), condition).toMatchObject({
        ok: true,
      });
      expect(conditionsOf(condition, options), condition).toMatchObject({ match: "all" });
    }
  });

  it("takes a month and a week with their first and last day", () => {
    expect(conditionOf("close_date:month", "2028-02-01")).toBe(
      'close_date >= "2028-02-01" && close_date <= "2028-02-29"',
    );
    expect(conditionOf("close_date:week", "2026-12-28")).toBe(
      'close_date >= "2026-12-28" && close_date <= "2027-01-03"',
    );
  });
});

describe("what a list is grouped by", () => {
  it("stands in the address as a field, and for days how", () => {
    expect(groupText(of("close_date:week"))).toBe("close_date:week");
    expect(groupText(of("close_date"))).toBe("close_date:month");
    expect(groupText(of("stage"))).toBe("stage");
  });

  it("is never what nobody may read, or what has a value of its own for each record", () => {
    expect([groupingOf(deals, "name"), groupingOf(deals, "none"), groupingOf(deals, "")]).toEqual([
      null,
      null,
      null,
    ]);
    const hidden = { ...deals.byName["stage"]!, right: "hidden" as const };
    expect(groupingOf({ ...deals, byName: { ...deals.byName, stage: hidden } }, "stage")).toBeNull();
  });
});

describe("the order of groups", () => {
  const ordered = (text: string, groups: readonly { value: WireValue; title?: string }[]) => {
    const grouping = of(text);
    const { name } = grouping.field;
    return inGroupOrder(
      groups.map(({ value, title }) => ({
        key: { [name]: value },
        values: [1],
        titles: title ? { [name]: title } : {},
      })),
      grouping,
      [salesPipeline],
    ).map(({ key, titles }) => titles?.[name] ?? key[name]);
  };
  it("stages as they follow one another, what has none last", () => {
    const stages = ["proposal", null, "discovery", "won"].map((value) => ({ value }));
    expect(ordered("stage", stages)).toEqual(["discovery", "proposal", "won", null]);
  });
  it("days by how near, names by pinyin", () => {
    const due = ["later", null, "overdue", "today"].map((value) => ({ value }));
    expect(ordered("close_date:due", due)).toEqual(["overdue", "today", "later", null]);
    const people = ["周明", "曹正阳", "李娜"].map((title, at) => ({ value: idNo(at), title }));
    expect(ordered("owner", people)).toEqual(["曹正阳", "李娜", "周明"]);
  });
});
