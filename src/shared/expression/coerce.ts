import type { Field, SelectOption } from "../metadata/field.ts";
import { isDate } from "../time/dates.ts";
import { formatMoment, parseMoment } from "../time/moment.ts";
import { resolveOption } from "./names.ts";
import { fail } from "./problem.ts";
import type { ExpressionSchema, Node, ValueType } from "./types.ts";
import { UUID } from "./uuid.ts";
import { isLink, isList, nameOfType, unify } from "./value-types.ts";

/** A text, a list of texts or a choice of texts as written: it takes the type of what it stands beside. */
export function isPlainText(node: Node): boolean {
  if (node.is === "literal") return node.type === "text" || node.type === "null";
  if (node.is === "list") return node.items.every(isPlainText);
  return node.is === "choose" && isPlainText(node.yes) && isPlainText(node.no);
}

/**
 * The node as a value of `type`: literals are read as dates, moments, ids; a moment becomes its date. Stops
 * with wrong_type when it cannot be.
 */
export function coerce(node: Node, type: ValueType): Node {
  const wrong = (): never =>
    fail("wrong_type", node.at, { expected: nameOfType(type), found: nameOfType(node.type) });
  if (node.type === "null" && node.is === "literal") return { ...node, type };
  if (node.is === "choose" && (isPlainText(node) || node.type === "null"))
    return { ...node, type, yes: coerce(node.yes, type), no: coerce(node.no, type) };
  if (node.is === "literal" && node.type === "text" && typeof node.value === "string" && type !== "text")
    return readLiteral(node, node.value, type) ?? wrong();
  if (node.is === "list" && isList(type))
    return { ...node, type, items: node.items.map((item) => coerce(item, elementType(type, node))) };
  if (type === "date" && node.type === "datetime") return dateOfMoment(node);
  return unify(type, node.type) === undefined ? wrong() : node;
}

/** What a list holds; links keep the targets that its items name. */
export function elementType(list: ValueType, node?: Node): ValueType {
  if (!isList(list)) return "null";
  if (list.list !== "link") return list.list;
  const linked = node?.is === "list" ? node.items.map((item) => item.type).find(isLink) : undefined;
  return linked ?? { link: [] };
}

export const dateOfMoment = (node: Node): Node => ({
  is: "call",
  type: "date",
  name: "DATEVALUE",
  args: [node],
  at: node.at,
});

function readLiteral(node: Extract<Node, { is: "literal" }>, text: string, type: ValueType): Node | null {
  if (type === "date") return isDate(text) ? { ...node, type } : null;
  if (type === "datetime") {
    const moment = parseMoment(text);
    return moment === null ? null : { ...node, type, value: formatMoment(moment) };
  }
  return isLink(type) && UUID.test(text) ? { ...node, type, value: text.toLowerCase() } : null;
}

type OptionField = Extract<Field, { kind: "select" | "multiselect" | "stage" }> & {
  readonly options: readonly SelectOption[];
};
const hasOptions = (field: Field | undefined): field is OptionField =>
  field?.kind === "select" ||
  field?.kind === "multiselect" ||
  (field?.kind === "stage" && field.options !== undefined);
/** The select or stage field that a path ends in, if it does. */
export function optionField(node: Node, schema: ExpressionSchema): OptionField | undefined {
  if (node.is !== "path") return undefined;
  const step = node.steps.at(-1);
  const field = step && schema.object(step.object)?.byName[step.field];
  return hasOptions(field) ? field : undefined;
}

/** Literals beside a select field name its options, by name or label. */
export function withOptions(node: Node, field: OptionField | undefined): Node {
  if (!field) return node;
  if (node.is === "literal" && typeof node.value === "string" && node.type === "text")
    return { ...node, value: resolveOption(field, node.value, node.at) };
  if (node.is === "list") return { ...node, items: node.items.map((item) => withOptions(item, field)) };
  if (node.is === "choose")
    return { ...node, yes: withOptions(node.yes, field), no: withOptions(node.no, field) };
  return node;
}
