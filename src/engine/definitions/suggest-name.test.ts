import { expect, it } from "vitest";
import { suggestName } from "./suggest-name.ts";

const named = (labels: Record<string, string>, ...taken: readonly string[]) =>
  suggestName(labels, "field", (name) => taken.includes(name));

it("English words before Chinese ones, those in pinyin", async () => {
  expect(await named({ "zh-CN": "押金", en: "Deposit paid" })).toBe("deposit_paid_c");
  expect(await named({ "zh-CN": "押金" })).toBe("ya_jin_c");
  expect(await named({ "zh-CN": "2号 样机" })).toBe("hao_yang_ji_c");
});

it("what is taken gets a number, what has no letters the name of its kind", async () => {
  expect(await named({ en: "Deposit" }, "deposit_c", "deposit_2_c")).toBe("deposit_3_c");
  expect(await named({ en: "——" })).toBe("field_c");
  expect(await named({ en: "x".repeat(80) })).toBe(`${"x".repeat(40)}_c`);
});
