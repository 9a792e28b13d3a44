import { describe, expect, it } from "vitest";
import { explainProblem } from "./problem-text.ts";
import type { ExpressionProblem } from "./types.ts";

describe("a problem in words", () => {
  const at = { start: 2, end: 5 };
  const told = (
    code: ExpressionProblem["code"],
    params: ExpressionProblem["params"],
    suggestion?: string,
  ) => {
    const { "zh-CN": zh, en } = explainProblem({
      code,
      at,
      params,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return [zh, en];
  };
  it.each([
    ["syntax", { expected: ")" }, "这里应有“)”。（第 3 个字符）", 'Expected ")" here. (character 3)'],
    ["syntax", { found: "%" }, "这里不能有“%”。（第 3 个字符）", '"%" cannot stand here. (character 3)'],
    ["syntax", {}, "表达式没有写完。（第 3 个字符）", "The expression is incomplete. (character 3)"],
    ["unknown_name", { name: "a" }, "这里没有“a”。（第 3 个字符）", 'There is no "a" here. (character 3)'],
    [
      "unknown_name",
      { name: "a", ambiguous: "b, c" },
      "“a”可指多个字段：b, c。（第 3 个字符）",
      '"a" can mean several fields: b, c. (character 3)',
    ],
    [
      "unknown_function",
      { name: "a" },
      "没有函数“a”。（第 3 个字符）",
      'There is no function "a". (character 3)',
    ],
    [
      "wrong_type",
      { expected: "number", found: "text" },
      "这里要数字，得到的是文本。（第 3 个字符）",
      "Expected a number here, found text. (character 3)",
    ],
    [
      "wrong_type",
      { found: "duration" },
      "这里不能用时长。（第 3 个字符）",
      "This cannot be a duration. (character 3)",
    ],
    [
      "wrong_type",
      { operator: "<", found: "link" },
      "“<”不能用于关联记录。（第 3 个字符）",
      '"<" does not work with a linked record. (character 3)',
    ],
    [
      "wrong_type",
      { field: "stage", option: "x" },
      "字段“stage”没有选项“x”。（第 3 个字符）",
      '"stage" has no option "x". (character 3)',
    ],
    [
      "wrong_arguments",
      { name: "F", least: 1, given: 0 },
      "F 需要 至少 1 个参数，写了 0 个。（第 3 个字符）",
      "F takes at least 1 arguments, 0 given. (character 3)",
    ],
    [
      "wrong_arguments",
      { name: "F", least: 2, most: 2, given: 3 },
      "F 需要 2 个参数，写了 3 个。（第 3 个字符）",
      "F takes 2 arguments, 3 given. (character 3)",
    ],
    [
      "wrong_arguments",
      { name: "F", least: 1, most: 2, given: 3 },
      "F 需要 1 到 2 个参数，写了 3 个。（第 3 个字符）",
      "F takes 1 to 2 arguments, 3 given. (character 3)",
    ],
    [
      "wrong_arguments",
      { expected: '"D"' },
      '这里应写成 "D"。（第 3 个字符）',
      'Write "D" here. (character 3)',
    ],
    [
      "wrong_arguments",
      { object: "deal", to: "user" },
      "“deal”没有指向“user”的字段。（第 3 个字符）",
      '"deal" has no such link to "user". (character 3)',
    ],
    [
      "wrong_arguments",
      { object: "deal", to: "user", ambiguous: "deal.owner" },
      "“deal”有多个字段指向“user”：deal.owner。请写明用哪个。（第 3 个字符）",
      'Several fields of "deal" point at "user": deal.owner. Say which one. (character 3)',
    ],
    [
      "too_large",
      {},
      "表达式过长或嵌套过深。（第 3 个字符）",
      "The expression is too long or nested too deeply. (character 3)",
    ],
    [
      "not_allowed",
      { what: "past" },
      "asof(…) 只能用在列表和报表的条件里。（第 3 个字符）",
      "asof(…) works only in conditions of lists and reports. (character 3)",
    ],
    [
      "not_allowed",
      { what: "children", field: "lines" },
      "“lines”是明细列表，请用 related(…) 汇总。（第 3 个字符）",
      '"lines" is a list of records: use related(…). (character 3)',
    ],
    [
      "not_allowed",
      { what: "member" },
      "这里不能用点号取值。（第 3 个字符）",
      "A dot cannot be used here. (character 3)",
    ],
  ] as const)("%s %j", (code, params, zh, en) => expect(told(code, params)).toEqual([zh, en]));

  it("ends with what may have been meant", () => {
    expect(told("unknown_name", { name: "a" }, "b")).toEqual([
      "这里没有“a”。是否想写“b”？（第 3 个字符）",
      'There is no "a" here. Did you mean "b"? (character 3)',
    ]);
  });
});
