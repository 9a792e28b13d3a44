import { describe, expect, it } from "vitest";
import { conditionKind } from "./condition.ts";
import { fieldsKind } from "./fields.ts";

describe("what somebody is shown to whom the record is half closed", () => {
  const may = (open: boolean) => ({ field: (name: string) => name === "amount", source: () => open });
  it("of the fields those that they may read; a condition as it is, or not at all", () => {
    const fields = { id: "k", kind: "fields", fields: ["amount", "margin"] } as const;
    expect(fieldsKind.shownTo?.(fields, may(false)).fields).toEqual(["amount"]);
    const condition = { id: "k", kind: "condition", expression: "margin > 1" } as const;
    expect(conditionKind.shownTo?.(condition, may(false)).expression).toBe("true");
    expect(conditionKind.shownTo?.(condition, may(true))).toBe(condition);
  });
});
