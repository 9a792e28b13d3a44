import { checkExpression } from "../../shared/expression/check.ts";
import { explainProblem } from "../../shared/expression/problem-text.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { type Label, label, textOf } from "../../shared/i18n/label.ts";
import { pointedAt } from "../../shared/metadata/further-links.ts";
import { COLUMNLESS, type Field, type FieldOf } from "../../shared/metadata/field.ts";
import { type CatalogObject, parentOf, personalOf } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { compose } from "./shapes.ts";
import type { Catalog } from "../kernel/catalog.ts";

const messages = defineMessages({
  bad_name: label(
    "{place}：名称只能用小写英文字母、数字和下划线，以字母开头，最长 50 个字符。",
    "{place}: a name has lower-case letters, digits and underscores, begins with a letter and is at most 50 characters.",
  ),
  duplicate_name: label("{place}：名称重复。", "{place}: this name is used twice."),
  no_label: label("{place}：缺少名称标签。", "{place}: a label is missing."),
  no_title: label("{place}：标题字段“{field}”不存在。", "{place}: the title field “{field}” does not exist."),
  unknown_target: label(
    "{place}：指向不存在的对象“{target}”。",
    "{place}: points to the unknown object “{target}”.",
  ),
  unknown_field: label(
    "{place}：字段“{field}”不存在或已停用。",
    "{place}: the field “{field}” does not exist or is switched off.",
  ),
  bad_expression: label("{place}：{problem}", "{place}: {problem}"),
  formula_cycle: label(
    "{place}：公式相互引用，形成循环：{path}。",
    "{place}: formulas refer to one another in a circle: {path}.",
  ),
  bad_rollup: label(
    "{place}：“{fn}”不能用于字段“{field}”。",
    "{place}: “{fn}” cannot be used on the field “{field}”.",
  ),
  not_a_link: label(
    "{place}：“{field}”不是指向“{target}”的关联字段。",
    "{place}: “{field}” is no link that points to “{target}”.",
  ),
  not_a_parent: label(
    "{place}：“{field}”不是关联字段，不能决定谁可见。",
    "{place}: “{field}” is no link and cannot decide who sees a record.",
  ),
  not_lengthened: label(
    "{place}：“{field}”不能由这个列表续接：它应是指向多个对象的关联字段，对象包含列表中的全部，且只续接一次。",
    "{place}: “{field}” cannot go on in this list: it must be a link to several objects, those of the list among them, and go on once only.",
  ),
  no_options: label(
    "{place}：至少需要一个可选的选项，且代码不能重复。",
    "{place}: at least one option must be offered, and codes must differ.",
  ),
  not_unique: label(
    "{place}：这种类型的字段不能设为不可重复。",
    "{place}: a field of this kind cannot be unique.",
  ),
  two_stages: label(
    "{place}：一个对象只能有一个阶段字段。",
    "{place}: an object can have only one stage field.",
  ),
  too_many_fields: label("{place}：一个对象最多 500 个字段。", "{place}: an object has at most 500 fields."),
});
type Key = keyof typeof messages;
type Report = (
  code: Key,
  params?: Readonly<Record<string, string | number | Label>>,
  property?: string,
) => void;

const checked = new WeakMap<Catalog, readonly Reason[]>();
/**
 * Everything that is wrong with a catalog, in words; empty when it may run. What was deleted counts for
 * nothing.
 */
export function checkCatalog(catalog: Catalog): readonly Reason[] {
  const known = checked.get(catalog);
  if (known) return known;
  const problems: Reason[] = [];
  checked.set(catalog, problems);
  for (const object of catalog.objects.values()) {
    const report =
      (path: string, place: Label): Report =>
      (code, params = {}, property) =>
        problems.push({
          code,
          field: property ? `${path}.${property}` : path,
          text: compose(messages[code], { place, ...params }),
        });
    checkObject(catalog, object, report(object.name, labelOf(object)));
    for (const field of object.fields)
      if (!field.hidden)
        checkField(
          catalog,
          object,
          field,
          report(
            `${object.name}.${field.name}`,
            compose(PLACE, { object: labelOf(object), field: labelOf(field) }),
          ),
        );
  }
  return problems;
}
const PLACE = label("{object} · {field}", "{object} · {field}");
const labelOf = (one: { readonly name: string; readonly label: Readonly<Record<string, string>> }): Label =>
  label(textOf(one.label, "zh-CN", one.name), textOf(one.label, "en", one.name));

const NAME = /^[a-z][a-z0-9_]{0,49}$/;
function checkObject(catalog: Catalog, object: CatalogObject, report: Report): void {
  if (!NAME.test(object.name)) report("bad_name");
  if (Object.keys(object.label).length === 0) report("no_label");
  if (!object.byName[object.title]) report("no_title", { field: object.title });
  if (object.fields.length > 510) report("too_many_fields");
  if (new Set(object.fields.map((field) => field.name)).size !== object.fields.length)
    report("duplicate_name");
  if (object.fields.filter((field) => field.kind === "stage" && !field.hidden).length > 1)
    report("two_stages");
  const named = [
    ...object.list.columns,
    ...(object.sections ?? []).flatMap((section) => section.fields),
    ...(object.unique ?? []).flatMap((rule) => rule.fields),
    ...(object.timeline ? [object.timeline.by, object.timeline.at, ...(object.timeline.also ?? [])] : []),
  ];
  for (const name of named) if (!object.byName[name]) report("unknown_field", { field: name });
  for (const key of object.list.sort.split(",").map((one) => one.trim().replace(/^-/, "")))
    if (key && !object.byName[key]) report("unknown_field", { field: key }, "list");
  const shared = parentOf(object.sharing)?.parent ?? personalOf(object.sharing)?.opened?.field;
  const opens = shared === undefined ? undefined : object.byName[shared];
  if (shared !== undefined && (!opens || opens.hidden)) report("unknown_field", { field: shared }, "sharing");
  if (opens && parentOf(object.sharing) && opens.kind !== "link")
    report("not_a_parent", { field: shared ?? "" }, "sharing");
  if (!catalog.object("user") || !catalog.object("department"))
    report("unknown_target", { target: "user, department" });
}

/** Kinds of one plain value. */
const UNIQUE: readonly Field["kind"][] = [
  "text",
  "email",
  "phone",
  "url",
  "integer",
  "decimal",
  "date",
  "datetime",
  "select",
  "person",
  "department",
  "link",
  "auto_number",
];
function checkField(catalog: Catalog, object: CatalogObject, field: Field, report: Report): void {
  if (!NAME.test(field.name)) report("bad_name", {}, "name");
  if (Object.keys(field.label).length === 0) report("no_label", {}, "label");
  if (field.unique && (!UNIQUE.includes(field.kind) || COLUMNLESS.includes(field.kind)))
    report("not_unique", {}, "unique");
  if (field.kind === "link" || field.kind === "links")
    for (const target of field.targets)
      if (!catalog.object(target)) report("unknown_target", { target }, "targets");
  if (field.kind === "links" && field.lengthens !== undefined)
    checkLengthened(object, field, field.lengthens, report);
  if (field.kind === "select" || field.kind === "multiselect") {
    const names = field.options.map((option) => option.name);
    if (field.options.every((option) => option.hidden) || new Set(names).size !== names.length)
      report("no_options", {}, "options");
  }
  if (field.kind === "formula") {
    checkText(catalog, object.name, field.expression, report, "expression");
    const circle = formulaCircle(catalog, object, field, []);
    if (circle) report("formula_cycle", { path: circle.join(" → ") }, "expression");
  }
  if (field.kind === "rollup" || field.kind === "children" || field.kind === "tags") {
    const child = catalog.object(field.object);
    if (!child) return report("unknown_target", { target: field.object }, "object");
    checkVia(child, field.via, object, report, field.kind === "rollup");
    if (field.kind === "tags") {
      const tag = child.byName[field.target];
      if (!tag || tag.hidden) report("unknown_field", { field: `${field.object}.${field.target}` }, "target");
      else if (tag.kind !== "link") report("not_a_parent", { field: field.target }, "target");
    }
    if (field.kind === "rollup" && field.filter)
      checkText(catalog, field.object, field.filter, report, "filter", "boolean");
    if (field.kind === "rollup") checkRollup(catalog, field, report);
  }
  if (field.required_if) checkText(catalog, object.name, field.required_if, report, "required_if", "boolean");
  if (field.visible_if) checkText(catalog, object.name, field.visible_if, report, "visible_if", "boolean");
  const preset = field.default;
  if (typeof preset === "object" && preset !== null && "expression" in preset)
    checkText(catalog, object.name, String(preset.expression), report, "default");
}
/** What stands in the list may come to stand in the link. */
function checkLengthened(object: CatalogObject, field: FieldOf<"links">, name: string, report: Report): void {
  const link = object.byName[name];
  const isOnly =
    object.fields.filter((other) => other.kind === "links" && other.lengthens === name && !other.hidden)
      .length === 1;
  const fits =
    link?.kind === "link" &&
    !link.hidden &&
    link.targets.length > 1 &&
    field.targets.every((target) => link.targets.includes(target));
  if (!fits || !isOnly) report("not_lengthened", { field: name }, "lengthens");
}
/** The records below are found through a link of theirs that points here. */
function checkVia(
  child: CatalogObject,
  via: string,
  object: CatalogObject,
  report: Report,
  mayList: boolean,
): void {
  const link = child.byName[via];
  if (!link || link.hidden) return report("unknown_field", { field: `${child.name}.${via}` }, "via");
  const points = pointedAt(link).includes(object.name) && (link.kind !== "links" || mayList);
  if (!points) report("not_a_link", { field: `${child.name}.${via}`, target: labelOf(object) }, "via");
}

const SUMMED: readonly (Field["kind"] | undefined)[] = ["integer", "decimal", "percent", "money"];
const ORDERED: readonly (Field["kind"] | undefined)[] = [...SUMMED, "date", "datetime"];

function checkRollup(catalog: Catalog, field: FieldOf<"rollup">, report: Report): void {
  const read = field.field === undefined ? undefined : catalog.object(field.object)?.byName[field.field];
  if (field.field !== undefined && (!read || read.hidden))
    return report("unknown_field", { field: `${field.object}.${field.field}` }, "field");
  if (field.fn === "count") return;
  const fits = field.fn === "min" || field.fn === "max" ? ORDERED : SUMMED;
  if (!fits.includes(field.rolls)) report("bad_rollup", { fn: field.fn, field: field.field ?? "" }, "fn");
}

function checkText(
  catalog: Catalog,
  object: string,
  text: string,
  report: Report,
  property: string,
  expects?: "boolean",
): void {
  const checked = checkExpression(text, { schema: catalog, object, ...(expects ? { expects } : {}) });
  if (!checked.ok) report("bad_expression", { problem: explainProblem(checked.problem) }, property);
}

/** The names on a circle of formulas that starts at `field`, through links and roll-ups too. */
function formulaCircle(
  catalog: Catalog,
  object: CatalogObject,
  field: Field,
  path: readonly string[],
): readonly string[] | null {
  const place = `${object.name}.${field.name}`;
  if (path.includes(place)) return [...path, place];
  const next = [...path, place];
  for (const read of readsOf(catalog, object, field)) {
    const target = catalog.object(read.object);
    const inner = target?.byName[read.field];
    const circle = target && inner ? formulaCircle(catalog, target, inner, next) : null;
    if (circle) return circle;
  }
  return null;
}
function readsOf(
  catalog: Catalog,
  object: CatalogObject,
  field: Field,
): readonly { object: string; field: string }[] {
  if (field.kind === "formula") {
    const checked = checkExpression(field.expression, { schema: catalog, object: object.name });
    return checked.ok ? checked.expression.references.reads : [];
  }
  if (field.kind !== "rollup") return [];
  const filtered = field.filter
    ? checkExpression(field.filter, { schema: catalog, object: field.object })
    : null;
  return [
    ...(field.field ? [{ object: field.object, field: field.field }] : []),
    ...(filtered?.ok ? filtered.expression.references.reads : []),
  ];
}
