import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../objects/registry.ts";
import { checkExpression } from "./check.ts";
import { explainProblem } from "./problem-text.ts";
import { spokenProblem } from "./spoken-problem.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const options = { schema: catalog, object: "opportunity", expects: "boolean" } as const;
const told = (text: string, language: "zh-CN" | "en"): string => {
  const checked = checkExpression(text, options);
  if (checked.ok) throw new Error(`${text} holds`);
  return explainProblem(spokenProblem(checked.problem, options, language))[language];
};

test("what is suggested is what the reader sees elsewhere: labels of fields, options and objects", () => {
  expect(told("amuont > 1", "en")).toContain('Did you mean "Amount"?');
  expect(told("amuont > 1", "zh-CN")).toContain("是否想写“金额”");
  expect(told('account.nmae == "x"', "zh-CN")).toContain("是否想写“客户名称”");
  expect(told('source == "referal"', "en")).toMatch(
    /^"Source" has no option "referal"\. Did you mean "[A-Z]/,
  );
  expect(told('related("activitty").count() > 0', "zh-CN")).toContain("是否想写“跟进记录”");
});

test("what has no label, or whose label means several things, stays as it is written", () => {
  expect(told("ISBLNK(amount)", "zh-CN")).toContain("是否想写“ISBLANK”");
  const twice = (name: string) => ({ name, kind: "text" as const, label: { "zh-CN": "备注", en: "Remark" } });
  const object = { ...catalog.object("opportunity"), fields: [twice("remark_a"), twice("remark_b")] };
  const schema = { object: () => object } as never;
  const problem = {
    code: "unknown_name",
    at: { start: 0, end: 1 },
    params: { name: "remark_", object: "opportunity" },
    suggestion: "remark_a",
  } as const;
  expect(spokenProblem(problem, { ...options, schema }, "en").suggestion).toBe("remark_a");
});
