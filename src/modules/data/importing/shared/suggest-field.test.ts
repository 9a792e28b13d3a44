import { expect, test } from "vitest";
import { suggestField } from "./suggest-field.ts";

const of = (title: string, ...cells: string[]) =>
  suggestField({
    title,
    values: [...new Set(cells)],
    hasMore: false,
    filled: cells.length,
    longest: Math.max(0, ...cells.map((cell) => cell.length)),
  });

test.each([
  ["邮箱", "email", ["a@x.cn", "b@x.cn"]],
  ["官网", "url", ["https://x.cn", "www.y.cn"]],
  ["手机", "phone", ["13800138000", "139 0013 9000"]],
  ["总机", "text", ["62345678-801", "62345679-802"]],
  ["公司电话", "phone", ["021-62345678", "62345679"]],
  ["签约", "date", ["03/04/2027", "15/04/2027"]],
  ["到货", "date", ["2027年3月4日", "2027-05-06"]],
  ["到访", "datetime", ["2027-03-04 09:30", "2027-03-05 14:00"]],
  ["合同金额（万元）", "money", ["12.5", "1,200"]],
  ["押金", "money", ["¥3,000", "¥500"]],
  ["毛利率", "percent", ["12", "30"]],
  ["折扣", "percent", ["90%", "85%"]],
  ["台数", "integer", ["12", "7"]],
  ["重量", "decimal", ["12.5", "7"]],
  ["客户编号", "text", ["00042", "00043"]],
  ["是否中标", "boolean", ["是", "否", "是"]],
  ["Converted", "boolean", ["0", "1", "1"]],
  ["等级", "select", ["A", "B", "A", "C", "B"]],
  ["说明", "text", ["老客户", "新客户"]],
  ["背景", "long_text", [`第一行\n第二行`]],
  ["空列", "text", []],
])("%s is %s", (title, kind, cells) => {
  expect(of(title, ...cells).kind).toBe(kind);
});

test("a choice has the values that were found; money leaves its unit to the values", () => {
  expect(of("等级", "A", "B", "A").options).toEqual(["A", "B"]);
  expect(of("合同金额（万元）", "12.5").label).toBe("合同金额");
});

test("many different values, or more than were kept, are no choice", () => {
  const cells = Array.from({ length: 21 }, (_, index) => `v${String.fromCodePoint(65 + index)}`);
  expect(of("型号", ...cells, ...cells).kind).toBe("text");
  const few = { title: "型号", values: ["x", "y"], hasMore: true, filled: 900, longest: 1 };
  expect(suggestField(few).kind).toBe("text");
});
