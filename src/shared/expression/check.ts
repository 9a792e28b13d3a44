import { MAX_SOURCE } from "./limits.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { checkCall, checkChoice, share } from "./check-call.ts";
import { checkBinary, listType } from "./check-operators.ts";
import { checkAsOf } from "./check-as-of.ts";
import { checkPath, namesOf } from "./check-path.ts";
import { furtherStep } from "./further.ts";
import { checkRelated } from "./check-related.ts";
import { coerce } from "./coerce.ts";
import { resolveField } from "./names.ts";
import { type Raw, parse } from "./parse.ts";
import { printNode } from "./print.ts";
import { ProblemSignal, fail } from "./problem.ts";
import { referencesOf } from "./references.ts";
import type { CheckOptions, Checked, Expression, ExpressionSchema, Node } from "./types.ts";
import { nameOfType } from "./value-types.ts";

/**
 * Parses and types an expression about a record of `options.object`. Never throws for what a person can
 * write.
 * @example checkExpression('amount >= 100000 && 客户.行业 == "制造业"', { schema: catalog, object: "opportunity", expects: "boolean" })
 *          // { ok: true, expression: { text: 'amount >= 100000 && account.industry == "manufacturing"', … }
 *          }
 */
export function checkExpression(source: string, options: CheckOptions): Checked {
  try {
    return { ok: true, expression: checked(source, options) };
  } catch (error) {
    if (error instanceof ProblemSignal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function checked(source: string, { schema, object: name, expects, past = false }: CheckOptions): Expression {
  const raw = parse(source);
  if (!past) refusePast(raw);
  const object = schema.object(name);
  if (!object) return fail("unknown_name", raw.at, { name });
  const node = expected(checkNode(raw, object, schema), expects ?? "any");
  const text = printNode(node);
  // What is stored must be readable again: rewriting may have made it longer or deeper.
  if (text.length > MAX_SOURCE) fail("too_large", raw.at, { limit: MAX_SOURCE, what: "characters" });
  parse(text);
  return { source, text, object: name, type: node.type, node, references: referencesOf(node) };
}

function expected(node: Node, expects: NonNullable<CheckOptions["expects"]>): Node {
  if (node.type === "duration") fail("wrong_type", node.at, { expected: expects, found: "duration" });
  return expects === "any" ? node : coerce(node, expects);
}

/** Types one node as written; `object` is the one whose names are meant. */
function checkNode(raw: Raw, object: CatalogObject, schema: ExpressionSchema): Node {
  const check = (child: Raw): Node => checkNode(child, object, schema);
  switch (raw.is) {
    case "literal":
      return { is: "literal", type: raw.kind, value: raw.value, at: raw.at };
    case "name":
    case "member":
      return checkPath(raw, object, schema);
    case "unary":
      return checkUnary(raw.op, check(raw.arg), raw);
    case "binary": {
      const [left, right] = [check(raw.left), check(raw.right)];
      // Whether several records stand there or one: `regarding contains x` asks what `regarding == x` asks.
      if (raw.op === "contains" && furtherStep(left)) return checkBinary("==", left, right, raw.at, schema);
      return raw.op === "contains"
        ? checkCall("CONTAINS", raw.at, [left, right], raw.at, schema)
        : checkBinary(raw.op, left, right, raw.at, schema);
    }
    case "choose":
      return checkChoice(check(raw.condition), check(raw.yes), check(raw.no), raw.at);
    case "list":
      return checkList(raw.items.map(check), raw);
    case "call":
      return checkAnyCall(raw, object, schema);
  }
}

function checkUnary(op: "!" | "-", arg: Node, raw: Raw): Node {
  if (op === "!") return { is: "unary", op, type: "boolean", arg: coerce(arg, "boolean"), at: raw.at };
  const number = coerce(arg, "number");
  if (number.is !== "literal" || typeof number.value !== "string")
    return { is: "unary", op, type: "number", arg: number, at: raw.at };
  const value = number.value.startsWith("-")
    ? number.value.slice(1)
    : number.value === "0"
      ? "0"
      : `-${number.value}`;
  return { ...number, value, at: raw.at };
}

function checkList(written: readonly Node[], raw: Raw): Node {
  const [type, items] = share(written);
  return {
    is: "list",
    type: listType(type) ?? fail("wrong_type", raw.at, { found: nameOfType(type) }),
    items,
    at: raw.at,
  };
}

/** `asof` needs versions, which only the database has. */
function refusePast(raw: Raw): void {
  if (isAsOf(raw)) fail("not_allowed", raw.at, { what: "past" });
  for (const child of rawChildren(raw)) refusePast(child);
}
const isAsOf = (raw: Raw): boolean => raw.is === "call" && !raw.target && raw.name.toLowerCase() === "asof";
function rawChildren(raw: Raw): readonly Raw[] {
  switch (raw.is) {
    case "member":
      return [raw.target];
    case "unary":
      return [raw.arg];
    case "binary":
      return [raw.left, raw.right];
    case "choose":
      return [raw.condition, raw.yes, raw.no];
    case "list":
      return raw.items;
    case "call":
      return raw.target ? [raw.target, ...raw.args] : raw.args;
    default:
      return [];
  }
}

function checkAnyCall(
  raw: Extract<Raw, { is: "call" }>,
  object: CatalogObject,
  schema: ExpressionSchema,
): Node {
  const { target } = raw;
  const check = (child: Raw): Node => checkNode(child, object, schema);
  if (target?.is === "call" && target.name.toLowerCase() === "related" && !target.target)
    return checkRelated(raw, target, object, schema, (child, source) => checkNode(child, source, schema));
  if (!target && raw.name.toLowerCase() === "related")
    return fail("wrong_arguments", raw.at, { name: "related", expected: ".count()" }, "related(…).count()");
  if (isAsOf(raw)) return checkAsOf(raw, check);
  const children = target && childrenField(target, object);
  if (target && children) {
    const inner: Raw = {
      is: "call",
      name: "related",
      nameAt: target.at,
      at: target.at,
      args: [{ is: "literal", kind: "text", value: children, at: target.at }],
    };
    return checkRelated(raw, inner, object, schema, (child, source) => checkNode(child, source, schema));
  }
  return checkCall(
    raw.name,
    raw.nameAt,
    (target ? [target, ...raw.args] : raw.args).map(check),
    raw.at,
    schema,
  );
}

/** `lines.sum("amount")` is short for `related("quote_line.quote").sum("amount")`. */
function childrenField(target: Raw, object: CatalogObject): string | undefined {
  if (target.is !== "name") return undefined;
  const [name] = namesOf(target);
  const field = name && resolveField(object, name.name, name.at);
  return field?.kind === "children" ? `${field.object}.${field.via}` : undefined;
}
