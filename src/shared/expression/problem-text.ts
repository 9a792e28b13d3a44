import { type Label, label } from "../i18n/label.ts";
import type { ExpressionProblem } from "./types.ts";
import { TYPE_WORDS } from "./value-types.ts";

/**
 * What a person reads about a problem, in both languages, with the suggestion and the place (from 1).
 * @example explainProblem({ code: "unknown_name", at: { start: 0, end: 6 }, params: { name: "amuont" }, suggestion: "amount" })
 *          // en: 'There is no "amuont" here. Did you mean "amount"? (character 1)'
 */
export function explainProblem(problem: ExpressionProblem): Label {
  const { "zh-CN": zh, en } = cause(problem);
  const place = problem.at.start + 1;
  if (problem.suggestion === undefined)
    return label(`${zh}（第 ${place} 个字符）`, `${en} (character ${place})`);
  return label(
    `${zh}是否想写“${problem.suggestion}”？（第 ${place} 个字符）`,
    `${en} Did you mean "${problem.suggestion}"? (character ${place})`,
  );
}

function cause({ code, params }: ExpressionProblem): Label {
  const text = (key: string): string => String(params[key] ?? "");
  switch (code) {
    case "syntax":
      if (params["expected"] !== undefined)
        return label(`这里应有“${text("expected")}”。`, `Expected "${text("expected")}" here.`);
      return text("found") === ""
        ? label("表达式没有写完。", "The expression is incomplete.")
        : label(`这里不能有“${text("found")}”。`, `"${text("found")}" cannot stand here.`);
    case "unknown_name":
      if (params["ambiguous"] !== undefined)
        return label(
          `“${text("name")}”可指多个字段：${text("ambiguous")}。`,
          `"${text("name")}" can mean several fields: ${text("ambiguous")}.`,
        );
      return label(`这里没有“${text("name")}”。`, `There is no "${text("name")}" here.`);
    case "unknown_function":
      return label(`没有函数“${text("name")}”。`, `There is no function "${text("name")}".`);
    case "wrong_type":
      return wrongType(params);
    case "wrong_arguments":
      return wrongArguments(params);
    case "too_large":
      return label("表达式过长或嵌套过深。", "The expression is too long or nested too deeply.");
    case "not_allowed":
      if (params["what"] === "past")
        return label(
          "asof(…) 只能用在列表和报表的条件里。",
          "asof(…) works only in conditions of lists and reports.",
        );
      return params["what"] === "children"
        ? label(
            `“${text("field")}”是明细列表，请用 related(…) 汇总。`,
            `"${text("field")}" is a list of records: use related(…).`,
          )
        : label("这里不能用点号取值。", "A dot cannot be used here.");
  }
}

function wrongType(params: ExpressionProblem["params"]): Label {
  const option = params["option"];
  if (option !== undefined)
    return label(
      `字段“${params["field"]}”没有选项“${option}”。`,
      `"${params["field"]}" has no option "${option}".`,
    );
  const unknown = label("别的类型", "another type");
  const found = TYPE_WORDS[String(params["found"])] ?? unknown;
  const expected = TYPE_WORDS[String(params["expected"])];
  if (expected)
    return label(
      `这里要${expected["zh-CN"]}，得到的是${found["zh-CN"]}。`,
      `Expected ${expected.en} here, found ${found.en}.`,
    );
  const operator = params["operator"];
  return operator === undefined
    ? label(`这里不能用${found["zh-CN"]}。`, `This cannot be ${found.en}.`)
    : label(`“${operator}”不能用于${found["zh-CN"]}。`, `"${operator}" does not work with ${found.en}.`);
}

function wrongArguments(params: ExpressionProblem["params"]): Label {
  const { name, least, most, given, expected, ambiguous, object, to } = params;
  if (ambiguous !== undefined)
    return label(
      `“${object}”有多个字段指向“${to}”：${ambiguous}。请写明用哪个。`,
      `Several fields of "${object}" point at "${to}": ${ambiguous}. Say which one.`,
    );
  if (to !== undefined)
    return label(`“${object}”没有指向“${to}”的字段。`, `"${object}" has no such link to "${to}".`);
  if (expected !== undefined) return label(`这里应写成 ${expected}。`, `Write ${expected} here.`);
  const range =
    most === undefined
      ? [`至少 ${least}`, `at least ${least}`]
      : least === most
        ? [`${least}`, `${least}`]
        : [`${least} 到 ${most}`, `${least} to ${most}`];
  return label(
    `${name} 需要 ${range[0]} 个参数，写了 ${given} 个。`,
    `${name} takes ${range[1]} arguments, ${given} given.`,
  );
}
