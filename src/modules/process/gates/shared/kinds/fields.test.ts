import { describe, expect, it } from "vitest";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { unmet } from "../../../../../testing/gates/gate-world.ts";

describe("required fields", () => {
  it("each empty field is a reason of its own, which names it", () => {
    const record = { amount: "1", owner: [], close_date: null };
    const found = unmet({ id: "k", kind: "fields", fields: ["amount", "owner", "close_date"] }, { record });
    expect(found.map(({ field, fix }) => [field, fix?.action, fix?.fields])).toEqual([
      ["owner", "fill", ["owner"]],
      ["close_date", "fill", ["close_date"]],
    ]);
    expect(found[0]?.text).toEqual({ "zh-CN": "请填写“<owner>”", en: "Fill in “<owner>”" });
  });

  it("nought and no are values", () => {
    const record = { amount: 0, confirmed: false };
    expect(unmet({ id: "k", kind: "fields", fields: ["amount", "confirmed"] }, { record })).toEqual([]);
  });

  it("its own message is said instead of the program's", () => {
    const message = both("Ask the customer first");
    expect(unmet({ id: "k", kind: "fields", fields: ["amount"], message })[0]?.text).toEqual(message);
  });
});
