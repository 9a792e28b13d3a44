import { asText, checkBinary } from "./check-operators.ts";
import { coerce, elementType, isPlainText, optionField, withOptions } from "./coerce.ts";
import { dateFormat, numberFormat } from "./formats.ts";
import type { ArgumentType, FunctionEntry } from "./function-entry.ts";
import { FUNCTIONS, type FunctionName, REWRITTEN, functionNamed } from "./functions.ts";
import { nearestName } from "./nearest-name.ts";
import { fail } from "./problem.ts";
import type { ExpressionSchema, Node, Span, ValueType } from "./types.ts";
import { isList, nameOfType, unify } from "./value-types.ts";

const ALIASES: ReadonlyMap<string, string> = new Map([
  ["includes", "INCLUDES"],
  ["size", "LEN"],
  ["length", "LEN"],
  ["isempty", "ISBLANK"],
  ["iff", "IF"],
  ["concatenate", "CONCAT"],
]);

/** Types a call `NAME(args)`; `target.name(args)` comes as `NAME(target, args)`. */
export function checkCall(
  written: string,
  nameAt: Span,
  args: readonly Node[],
  at: Span,
  schema: ExpressionSchema,
): Node {
  const name = (ALIASES.get(written.toLowerCase()) ?? written).toUpperCase();
  if (Object.hasOwn(REWRITTEN, name)) return rewrite(name, nameAt, args, at, schema);
  const list = args[0] !== undefined && isList(args[0].type);
  if (name === "CONTAINS" && list) return call("INCLUDES", nameAt, args, at, schema);
  if (name === "LEN" && list) return call("SIZE", nameAt, args, at, schema);
  if (name === "DATE" && args.length === 1 && args[0]) return coerce(args[0], "date");
  const found = functionNamed(name);
  return found
    ? call(found, nameAt, args, at, schema)
    : fail(
        "unknown_function",
        nameAt,
        { name: written },
        nearestName(written, [...Object.keys(FUNCTIONS), ...Object.keys(REWRITTEN), "related"]),
      );
}

/** IF, AND, OR, NOT, CONCAT are other spellings of operators. */
function rewrite(
  name: string,
  nameAt: Span,
  args: readonly Node[],
  at: Span,
  schema: ExpressionSchema,
): Node {
  const [first, second, third] = args;
  if (name === "IF") {
    if (!first || !second || args.length > 3)
      return fail("wrong_arguments", nameAt, { name, least: 2, most: 3, given: args.length });
    return checkChoice(first, second, third ?? { is: "literal", type: "null", value: null, at }, at);
  }
  if (name === "NOT") {
    if (!first || second)
      return fail("wrong_arguments", nameAt, { name, least: 1, most: 1, given: args.length });
    return { is: "unary", op: "!", type: "boolean", arg: coerce(first, "boolean"), at };
  }
  if (!first) return fail("wrong_arguments", nameAt, { name, least: 1, given: 0 });
  const op = name === "AND" ? "&&" : name === "OR" ? "||" : "&";
  if (!second) return op === "&" ? asText(first) : coerce(first, "boolean");
  return args.slice(1).reduce((left, right) => checkBinary(op, left, right, at, schema), first);
}

/** `condition ? yes : no`, both branches of one type. */
export function checkChoice(condition: Node, yes: Node, no: Node, at: Span): Node {
  const [type, [a, b]] = share([yes, no]);
  return { is: "choose", type, condition: coerce(condition, "boolean"), yes: a ?? yes, no: b ?? no, at };
}

/** One type for all; plain texts take the type of the others. */
export function share(nodes: readonly Node[]): readonly [ValueType, readonly Node[]] {
  const leaders = nodes.filter((node) => !isPlainText(node));
  const typed = leaders.length > 0 ? leaders : nodes;
  let type: ValueType = "null";
  for (const node of typed)
    type =
      unify(type, node.type) ??
      fail("wrong_type", node.at, { expected: nameOfType(type), found: nameOfType(node.type) });
  return [type, nodes.map((node) => coerce(node, type))];
}

function call(
  name: FunctionName,
  nameAt: Span,
  args: readonly Node[],
  at: Span,
  schema: ExpressionSchema,
): Node {
  const entry: FunctionEntry = FUNCTIONS[name];
  const least = entry.args.length - (entry.optional ?? 0);
  const most = entry.rest ? Number.POSITIVE_INFINITY : entry.args.length;
  if (args.length < least || args.length > most) {
    const limits: Record<string, string | number> = entry.rest ? { least } : { least, most };
    fail("wrong_arguments", nameAt, { name, ...limits, given: args.length });
  }
  const [shared, together] = entry.returns === "same" ? share(args) : [undefined, args];
  const fitted = together.map((arg, i) =>
    checkArgument(arg, entry.args[i] ?? entry.rest ?? "any", together, schema),
  );
  return {
    is: "call",
    type: entry.returns === "same" ? (shared ?? "null") : entry.returns,
    name,
    args: fitted,
    at,
  };
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ["d", "D"],
  ["day", "D"],
  ["days", "D"],
  ["日", "D"],
  ["天", "D"],
  ["m", "M"],
  ["month", "M"],
  ["months", "M"],
  ["月", "M"],
  ["y", "Y"],
  ["year", "Y"],
  ["years", "Y"],
  ["年", "Y"],
]);

function checkArgument(
  arg: Node,
  wanted: ArgumentType,
  all: readonly Node[],
  schema: ExpressionSchema,
): Node {
  switch (wanted) {
    case "list":
      return isList(arg.type)
        ? arg
        : fail("wrong_type", arg.at, { expected: "list", found: nameOfType(arg.type) });
    case "element":
      return all[0] ? coerce(withOptions(arg, optionField(all[0], schema)), elementType(all[0].type)) : arg;
    case "ordered":
      return arg.type === "number" || arg.type === "date" || arg.type === "datetime" || arg.type === "null"
        ? arg
        : fail("wrong_type", arg.at, { expected: "number", found: nameOfType(arg.type) });
    case "unit":
      return literalOf(arg, (text) => UNITS.get(text.toLowerCase()), '"D"');
    case "format":
      return literalOf(
        arg,
        (text) => (formatFits(text, all[0]?.type ?? "null") ? text : undefined),
        all[0]?.type === "number" ? '"#,##0.00"' : '"yyyy-mm-dd"',
      );
    case "same":
      return arg.type === "duration" ? fail("wrong_type", arg.at, { found: "duration" }) : arg;
    case "any":
      return arg.type === "duration" ? fail("wrong_type", arg.at, { found: "duration" }) : arg;
    default:
      return coerce(arg, wanted);
  }
}
function literalOf(arg: Node, read: (text: string) => string | undefined, example: string): Node {
  const value =
    arg.is === "literal" && typeof arg.value === "string" && arg.type === "text"
      ? read(arg.value)
      : undefined;
  return value === undefined
    ? fail("wrong_arguments", arg.at, { expected: example }, example)
    : { is: "literal", type: "text", value, at: arg.at };
}
function formatFits(format: string, type: ValueType): boolean {
  if (type === "number") return numberFormat(format) !== null;
  return (type === "date" || type === "datetime") && dateFormat(format) !== null;
}
