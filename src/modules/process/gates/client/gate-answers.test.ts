import { describe, expect, it } from "vitest";
import {
  equalities,
  groupUnmet,
  meetOf,
  NOTHING,
  toMove,
  withMeet,
  withoutMeet,
  withValue,
} from "./gate-answers.ts";

describe("what was supplied so far", () => {
  it("can be taken back, and leaves the rest", () => {
    const both = withMeet(withMeet(NOTHING, "a", true), "b", ["x"]);
    expect(meetOf(withoutMeet(both, "a"))).toEqual([{ criterion: "b", value: ["x"] }]);
    expect(withoutMeet(both, "c").meet).toEqual(both.meet);
    expect(NOTHING.meet).toEqual({});
  });
  it("an emptied value is sent as such: it was filled before", () => {
    expect(toMove(withValue(NOTHING, "amount", null), "b", "a").values).toEqual({ amount: null });
  });
  it("a note goes along without the blanks around it, blanks alone do not", () => {
    expect(toMove({ ...NOTHING, note: " signed \n" }, "won", "a").note).toBe("signed");
    expect(toMove({ ...NOTHING, note: " ", reason: " " }, "won", "a")).toEqual({ to: "won", from: "a" });
  });
});

describe("what is unmet, by criterion", () => {
  it("what belongs to no criterion stands under its code", () => {
    const groups = groupUnmet([
      { code: "gate_shut", message: "m" },
      { code: "gate_shut", message: "n" },
    ]);
    expect(groups.map(({ criterion, items }) => [criterion, items.length])).toEqual([["gate_shut", 2]]);
  });
  it("groups keep the order in which they were found", () => {
    const item = (criterion: string) => ({ code: "required", message: "m", criterion });
    expect(groupUnmet([item("b"), item("a"), item("b")]).map(({ criterion }) => criterion)).toEqual([
      "b",
      "a",
    ]);
  });
});

describe("what a new related record is filled with", () => {
  it.each([
    [`type = "visit"`, { type: "visit" }],
    [`type == 'visit'`, { type: "visit" }],
    [`(type == "visit") && (done == false)`, { type: "visit", done: false }],
    [`客户类型 == "重点"`, { 客户类型: "重点" }],
    [`done == true && type == "visit" || type == "call"`, {}],
    [`owner.name == "x"`, {}],
    [`type != "visit"`, {}],
    [`note == "say \\"no\\""`, {}],
    [`amount == 5`, {}],
    [`  `, {}],
  ])("%s: %o", (source, expected) => expect(equalities(source)).toEqual(expected));
});
