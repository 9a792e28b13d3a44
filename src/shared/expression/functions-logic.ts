import { label } from "../i18n/label.ts";
import { UUID } from "./uuid.ts";
import { compareValues } from "./compare-values.ts";
import type { FunctionEntry } from "./function-entry.ts";
import { big } from "./values.ts";

/** Principals that are no records (a program, the system) have ids of another form: they own nothing. */
const idsOf = (ids: readonly (string | null)[] = []): string[] =>
  ids.flatMap((id) => (id !== null && UUID.test(id) ? [id.toLowerCase()] : []));

export const LOGIC_FUNCTIONS = {
  COALESCE: {
    label: label("第一个非空的值", "The first value that is not null"),
    example: "COALESCE(amount, 0)",
    args: ["same"],
    rest: "same",
    returns: "same",
    nulls: "own",
    evaluate: (args) => args.values.find((value) => value !== null) ?? null,
  },
  ISBLANK: {
    label: label("没有填写（空值、空文本、空列表）", "Not filled in (null, empty text, empty list)"),
    example: "ISBLANK(close_date)",
    args: ["any"],
    returns: "boolean",
    nulls: "own",
    evaluate: (args) => {
      const value = args.values[0] ?? null;
      return value === null || value === "" || (Array.isArray(value) && value.length === 0);
    },
  },
  INCLUDES: {
    label: label("列表里有此项", "The list has it"),
    example: 'INCLUDES(interests, "云服务")',
    args: ["list", "element"],
    returns: "boolean",
    nulls: "false",
    evaluate: (args) =>
      args.list(0).some((item) => item !== null && compareValues(item, args.values[1] ?? null) === 0),
  },
  SIZE: {
    label: label("列表里的个数", "Number of items in the list"),
    example: "SIZE(tags)",
    args: ["list"],
    returns: "number",
    nulls: "own",
    evaluate: (args) => big(args.list(0).length),
  },
  me: {
    label: label("本人", "Me"),
    example: "owner == me()",
    args: [],
    returns: { link: ["user"] },
    volatile: true,
    evaluate: (_, moment) => idsOf([moment.actor])[0] ?? null,
  },
  mydepartments: {
    label: label("我的部门", "My departments"),
    example: "department in mydepartments()",
    args: [],
    returns: { list: "link" },
    volatile: true,
    evaluate: (_, moment) => idsOf(moment.departments),
  },
  mysubtree: {
    label: label("我的部门及下级", "My departments and those below"),
    example: "department in mysubtree()",
    args: [],
    returns: { list: "link" },
    volatile: true,
    evaluate: (_, moment) => idsOf(moment.subtree ?? moment.departments),
  },
} as const satisfies Record<string, FunctionEntry>;
