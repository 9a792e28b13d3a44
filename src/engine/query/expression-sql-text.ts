import { type DateToken, FORMAT_LIMIT, dateFormat, numberFormat } from "../../shared/expression/formats.ts";
import { MAX_LENGTH } from "../../shared/expression/functions-text.ts";
import { BLANKS, CASES, MAX_REPLACEMENT, MAX_TEXT } from "../../shared/expression/text-operations.ts";
import type { SqlScope } from "../../shared/expression/types.ts";
import { type SqlArgument, type SqlFunction, bind, sqlOf, whole } from "./expression-sql-bind.ts";

const lowered = (sql: string, scope: SqlScope): string =>
  `translate(${sql}, ${scope.param(CASES.upper, "text")}, ${scope.param(CASES.lower, "text")})`;
const raised = (sql: string, scope: SqlScope): string =>
  `translate(${sql}, ${scope.param(CASES.lower, "text")}, ${scope.param(CASES.upper, "text")})`;

function textOf(args: readonly SqlArgument[], scope: SqlScope): string {
  const [value, format] = args;
  if (!value) return "null::text";
  const pattern =
    format?.node.is === "literal" && typeof format.node.value === "string" ? format.node.value : undefined;
  switch (value.node.type) {
    case "number":
      return pattern === undefined
        ? `trim_scale(${value.sql})::text`
        : formattedNumber(value.sql, pattern, scope);
    case "date":
      return formattedDate(value.sql, pattern ?? "yyyy-mm-dd", scope);
    case "datetime": {
      const local = `(${value.sql} at time zone ${scope.param(scope.zone, "text")})`;
      return pattern === undefined
        ? `to_char(${local}, 'YYYY-MM-DD HH24:MI')`
        : formattedDate(local, pattern, scope);
    }
    case "boolean":
      return `case when ${value.sql} then 'true' when not (${value.sql}) then 'false' end`;
    default:
      return value.sql;
  }
}
function formattedNumber(sql: string, pattern: string, scope: SqlScope): string {
  const format = numberFormat(pattern);
  if (!format) return "null::text";
  const digits = format.grouped ? `${"999,".repeat(10)}990` : `${"9".repeat(30)}0`;
  const template = `FM${digits}${format.places > 0 ? `.${"0".repeat(format.places)}` : ""}`;
  const rounded = `round(${sql}${format.percent ? " * 100" : ""}, ${format.places})`;
  return bind(
    { x: rounded },
    `case when abs(q.x) < ${FORMAT_LIMIT} then to_char(q.x, ${scope.param(template, "text")})${format.percent ? " || '%'" : ""} end`,
  );
}
const TOKENS = { YYYY: "YYYY", MM: "MM", M: "FMMM", DD: "DD", D: "FMDD" } as const;
function formattedDate(sql: string, pattern: string, scope: SqlScope): string {
  const template = (dateFormat(pattern) ?? [])
    .map((token: DateToken) => (typeof token === "string" ? TOKENS[token] : `"${token.text}"`))
    .join("");
  return `to_char(${sql}, ${scope.param(template, "text")})`;
}

export const TEXT_SQL = {
  LEN: (args) => `length(${sqlOf(args, 0)})::numeric`,
  LEFT: (args) => `left(${sqlOf(args, 0)}, ${whole(args[1], MAX_LENGTH, 1, 0)})`,
  RIGHT: (args) => `right(${sqlOf(args, 0)}, ${whole(args[1], MAX_LENGTH, 1, 0)})`,
  MID: (args) =>
    `substr(${sqlOf(args, 0)}, ${whole(args[1], MAX_LENGTH, 1, 1)}, ${whole(args[2], MAX_LENGTH, 0, 0)})`,
  UPPER: (args, scope) => raised(sqlOf(args, 0), scope),
  LOWER: (args, scope) => lowered(sqlOf(args, 0), scope),
  TRIM: (args, scope) => `btrim(${sqlOf(args, 0)}, ${scope.param(BLANKS, "text")})`,
  SUBSTITUTE: (args) =>
    `left(replace(${sqlOf(args, 0)}, ${sqlOf(args, 1)}, left(${sqlOf(args, 2)}, ${MAX_REPLACEMENT})), ${MAX_TEXT})`,
  TEXT: textOf,
  CONTAINS: (args) => `strpos(${sqlOf(args, 0)}, ${sqlOf(args, 1)}) > 0`,
  ICONTAINS: (args, scope) =>
    `strpos(${lowered(sqlOf(args, 0), scope)}, ${lowered(sqlOf(args, 1), scope)}) > 0`,
  STARTSWITH: (args) => `starts_with(${sqlOf(args, 0)}, ${sqlOf(args, 1)})`,
  ENDSWITH: (args) => bind({ a: sqlOf(args, 0), b: sqlOf(args, 1) }, "right(q.a, length(q.b)) = q.b"),
} as const satisfies Record<string, SqlFunction>;
