import { label } from "../i18n/label.ts";
import { dateFormat, formatDate, formatNumber, numberFormat } from "./formats.ts";
import type { Arguments, FunctionEntry } from "./function-entry.ts";
import { localClock, localDate } from "../time/moment.ts";
import { length, lower, middle, right, substitute, trim, upper } from "./text-operations.ts";
import type { Moment } from "./types.ts";
import { type Value, isBig, numberText } from "./values.ts";

/** Longest LEFT, RIGHT, MID. */
export const MAX_LENGTH = 1_000_000;

/** Default text: canonical number, ISO date, "YYYY-MM-DD HH:MM" in the company's zone, true/false. */
function textOfValue(args: Arguments, moment: Moment): Value {
  const value = args.values[0] ?? null;
  const format = args.count > 1 ? args.text(1) : undefined;
  if (isBig(value)) {
    const shape = format === undefined ? null : numberFormat(format);
    return shape ? formatNumber(value, shape) : numberText(value);
  }
  if (typeof value === "bigint") {
    const clock = new Date(localClock(value, moment.zone)).toISOString();
    const date = localDate(value, moment.zone);
    const shape = format === undefined ? null : dateFormat(format);
    return shape && date !== null ? formatDate(date, shape) : `${clock.slice(0, 10)} ${clock.slice(11, 16)}`;
  }
  if (typeof value === "boolean") return String(value);
  const shape = format === undefined ? null : dateFormat(format);
  return shape ? formatDate(args.text(0), shape) : args.text(0);
}

export const TEXT_FUNCTIONS = {
  LEN: {
    label: label("字符数", "Number of characters"),
    example: "LEN(name)",
    args: ["text"],
    returns: "number",
    evaluate: (args) => args.number(-1, String(length(args.text(0)))),
  },
  LEFT: {
    label: label("开头若干字符", "The first characters"),
    example: "LEFT(name, 2)",
    args: ["text", "number"],
    optional: 1,
    returns: "text",
    evaluate: (args) => middle(args.text(0), 1, Math.max(args.whole(1, MAX_LENGTH, "1"), 0)),
  },
  RIGHT: {
    label: label("结尾若干字符", "The last characters"),
    example: "RIGHT(phone, 4)",
    args: ["text", "number"],
    optional: 1,
    returns: "text",
    evaluate: (args) => right(args.text(0), args.whole(1, MAX_LENGTH, "1")),
  },
  MID: {
    label: label("从指定位置起若干字符", "Characters from a position"),
    example: "MID(uscc, 3, 6)",
    args: ["text", "number", "number"],
    returns: "text",
    evaluate: (args) =>
      middle(args.text(0), Math.max(args.whole(1, MAX_LENGTH), 1), Math.max(args.whole(2, MAX_LENGTH), 0)),
  },
  UPPER: {
    label: label("转为大写字母", "In upper case"),
    example: "UPPER(code)",
    args: ["text"],
    returns: "text",
    evaluate: (args) => upper(args.text(0)),
  },
  LOWER: {
    label: label("转为小写字母", "In lower case"),
    example: "LOWER(email)",
    args: ["text"],
    returns: "text",
    evaluate: (args) => lower(args.text(0)),
  },
  TRIM: {
    label: label("去掉首尾空白", "Without spaces at either end"),
    example: "TRIM(name)",
    args: ["text"],
    returns: "text",
    evaluate: (args) => trim(args.text(0)),
  },
  SUBSTITUTE: {
    label: label("替换文本", "Replaces one text with another"),
    example: 'SUBSTITUTE(name, "有限公司", "")',
    args: ["text", "text", "text"],
    returns: "text",
    evaluate: (args) => substitute(args.text(0), args.text(1), args.text(2)),
  },
  TEXT: {
    label: label("转为文本，可带格式", "As text, with a format if given"),
    example: 'TEXT(amount, "#,##0.00")',
    args: ["any", "format"],
    optional: 1,
    returns: "text",
    evaluate: textOfValue,
  },
  CONTAINS: {
    label: label("文本包含（区分大小写）", "Text contains (case-sensitive)"),
    example: 'name.contains("科技")',
    args: ["text", "text"],
    returns: "boolean",
    nulls: "false",
    evaluate: (args) => args.text(0).includes(args.text(1)),
  },
  ICONTAINS: {
    label: label("文本包含（不区分大小写）", "Text contains (ignoring case)"),
    example: 'ICONTAINS(name, "abc")',
    args: ["text", "text"],
    returns: "boolean",
    nulls: "false",
    evaluate: (args) => lower(args.text(0)).includes(lower(args.text(1))),
  },
  STARTSWITH: {
    label: label("文本开头是", "Text begins with"),
    example: 'name.startsWith("华")',
    args: ["text", "text"],
    returns: "boolean",
    nulls: "false",
    evaluate: (args) => args.text(0).startsWith(args.text(1)),
  },
  ENDSWITH: {
    label: label("文本结尾是", "Text ends with"),
    example: 'name.endsWith("公司")',
    args: ["text", "text"],
    returns: "boolean",
    nulls: "false",
    evaluate: (args) => args.text(0).endsWith(args.text(1)),
  },
} as const satisfies Record<string, FunctionEntry>;
