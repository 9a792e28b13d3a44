import { type Label, label } from "../i18n/label.ts";
import type { Field, FieldKind } from "../metadata/field.ts";
import type { ExpressionSchema, ListType, ValueType } from "./types.ts";

export const isList = (type: ValueType): type is ListType => typeof type === "object" && "list" in type;
export const isLink = (type: ValueType): type is { readonly link: readonly string[] } =>
  typeof type === "object" && "link" in type;
export const listOf = (list: ListType["list"]): ListType => ({ list });

/** The kind that a field's value has: a formula's is what it returns, a roll-up's what it rolls up. */
export function kindOf(field: Field, schema: ExpressionSchema): FieldKind {
  if (field.kind === "formula") return field.returns;
  if (field.kind !== "rollup") return field.kind;
  if (field.fn === "count") return "integer";
  const source = field.field === undefined ? undefined : schema.object(field.object)?.byName[field.field];
  const kind = source && source.kind !== "rollup" ? kindOf(source, schema) : "decimal";
  return kind === "integer" && field.fn === "avg" ? "decimal" : kind;
}

const PLAIN: Readonly<Partial<Record<FieldKind, ValueType>>> = {
  text: "text",
  long_text: "text",
  rich_text: "text",
  select: "text",
  phone: "text",
  email: "text",
  url: "text",
  auto_number: "text",
  stage: "text",
  integer: "number",
  decimal: "number",
  money: "number",
  percent: "number",
  boolean: "boolean",
  date: "date",
  datetime: "datetime",
  multiselect: listOf("text"),
  links: listOf("link"),
  tags: listOf("link"),
  file: listOf("link"),
  image: listOf("link"),
  signature: listOf("link"),
  person: { link: ["user"] },
  department: { link: ["department"] },
  address: "json",
  location: "json",
  json: "json",
};

/** What a field is in an expression; undefined for `children`, which have no value (use `related`). */
export function typeOfField(object: string, field: Field, schema: ExpressionSchema): ValueType | undefined {
  if (field.name === "id" && field.system) return { link: [object] };
  if (field.kind === "link") return { link: field.targets };
  return PLAIN[kindOf(field, schema)];
}

/** Objects that a to-one link field leads to. */
export function targetsOf(field: Field): readonly string[] {
  if (field.kind === "link") return field.targets;
  if (field.kind === "person") return ["user"];
  return field.kind === "department" ? ["department"] : [];
}

/** The type both have, `null` giving way to any; undefined when they do not fit. */
export function unify(a: ValueType, b: ValueType): ValueType | undefined {
  if (a === "null") return b;
  if (b === "null" || a === b) return a;
  if (isList(a) && isList(b)) return a.list === b.list ? a : undefined;
  if (isLink(a) && isLink(b)) {
    // No targets named: any record.
    if (a.link.length === 0 || b.link.length === 0) return a.link.length === 0 ? b : a;
    const both = a.link.filter((target) => b.link.includes(target));
    return both.length > 0 ? { link: [...new Set([...a.link, ...b.link])] } : undefined;
  }
  return undefined;
}

/** The type in one word, for problems. */
export const nameOfType = (type: ValueType): string => (isList(type) ? "list" : isLink(type) ? "link" : type);

export const TYPE_WORDS: Readonly<Record<string, Label>> = {
  text: label("文本", "text"),
  number: label("数字", "a number"),
  boolean: label("条件（是/否）", "a condition (yes/no)"),
  date: label("日期", "a date"),
  datetime: label("日期时间", "a date and time"),
  duration: label("时长", "a duration"),
  json: label("复合值", "a compound value"),
  null: label("空值", "null"),
  list: label("列表", "a list"),
  link: label("关联记录", "a linked record"),
};
