import { checkExpression } from "../../shared/expression/check.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { Language } from "../../shared/i18n/label.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import { type CatalogObject, parentOf, personalOf } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Catalog } from "./catalog.ts";

const texts = defineMessages({
  bad_name: {
    "zh-CN": "{place}：名称只能用小写英文字母、数字和下划线，以字母开头，最长 50 个字符。",
    en: "{place}: a name has lower-case letters, digits and underscores, begins with a letter and is at most 50 characters.",
  },
  duplicate_name: { "zh-CN": "{place}：名称重复。", en: "{place}: this name is used twice." },
  no_label: { "zh-CN": "{place}：缺少名称标签。", en: "{place}: a label is missing." },
  no_title: { "zh-CN": "{place}：标题字段“{field}”不存在。", en: "{place}: the title field “{field}” does not exist." },
  unknown_target: { "zh-CN": "{place}：指向不存在的对象“{target}”。", en: "{place}: points to the unknown object “{target}”." },
  unknown_field: { "zh-CN": "{place}：字段“{field}”不存在。", en: "{place}: the field “{field}” does not exist." },
  bad_expression: {
    "zh-CN": "{place}：公式有误（第 {at} 个字符：{code} {name}）。",
    en: "{place}: the expression is wrong (at character {at}: {code} {name}).",
  },
  formula_cycle: { "zh-CN": "{place}：公式相互引用，形成循环：{path}。", en: "{place}: formulas refer to one another in a circle: {path}." },
  bad_rollup: { "zh-CN": "{place}：“{fn}”不能用于字段“{field}”。", en: "{place}: “{fn}” cannot be used on the field “{field}”." },
  no_options: { "zh-CN": "{place}：至少需要一个选项，且名称不能重复。", en: "{place}: at least one option is needed, and names must differ." },
  two_stages: { "zh-CN": "{place}：一个对象只能有一个阶段字段。", en: "{place}: an object can have only one stage field." },
  too_many_fields: { "zh-CN": "{place}：一个对象最多 500 个字段。", en: "{place}: an object has at most 500 fields." },
});
type Key = keyof typeof texts;
type Report = (code: Key, params?: Record<string, string | number>) => void;

/** Everything that is wrong with a catalog, in words; empty when it may run. */
export function checkCatalog(catalog: Catalog): readonly Reason[] {
  const problems: Reason[] = [];
  for (const object of catalog.objects.values()) {
    const report =
      (place: string): Report =>
      (code, params = {}) =>
        problems.push({ code, params: { place, ...params }, field: place, text: fill(code, { place, ...params }) });
    checkObject(catalog, object, report(object.name));
    for (const field of object.fields) checkField(catalog, object, field, report(`${object.name}.${field.name}`));
  }
  return problems;
}
const fill = (code: Key, params: Record<string, string | number>) => {
  const inLanguage = (language: Language) => say(texts[code], language, params);
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
};

const NAME = /^[a-z][a-z0-9_]{0,49}$/;
function checkObject(catalog: Catalog, object: CatalogObject, report: Report): void {
  if (!NAME.test(object.name)) report("bad_name");
  if (Object.keys(object.label).length === 0) report("no_label");
  if (!object.byName[object.title]) report("no_title", { field: object.title });
  if (object.fields.length > 510) report("too_many_fields");
  if (new Set(object.fields.map((field) => field.name)).size !== object.fields.length) report("duplicate_name");
  if (object.fields.filter((field) => field.kind === "stage" && !field.hidden).length > 1) report("two_stages");
  const named = [
    ...object.list.columns,
    ...(object.sections ?? []).flatMap((section) => section.fields),
    ...(object.unique ?? []).flatMap((rule) => rule.fields),
  ];
  for (const name of named) if (!object.byName[name]) report("unknown_field", { field: name });
  const shared = parentOf(object.sharing)?.parent ?? personalOf(object.sharing)?.opened?.field;
  if (shared !== undefined && !object.byName[shared]) report("unknown_field", { field: shared });
  if (!catalog.object("user") || !catalog.object("department")) report("unknown_target", { target: "user, department" });
}

function checkField(catalog: Catalog, object: CatalogObject, field: Field, report: Report): void {
  if (!NAME.test(field.name)) report("bad_name");
  if (Object.keys(field.label).length === 0) report("no_label");
  if (field.kind === "link") for (const target of field.targets) if (!catalog.object(target)) report("unknown_target", { target });
  if (field.kind === "select" || field.kind === "multiselect") {
    const names = field.options.map((option) => option.name);
    if (names.length === 0 || new Set(names).size !== names.length) report("no_options");
  }
  if (field.kind === "formula") {
    checkText(catalog, object.name, field.expression, report);
    const circle = formulaCircle(catalog, object, field, []);
    if (circle) report("formula_cycle", { path: circle.join(" → ") });
  }
  if (field.kind === "rollup" || field.kind === "children" || field.kind === "tags") {
    const child = catalog.object(field.object);
    if (!child) return report("unknown_target", { target: field.object });
    if (!child.byName[field.via]) report("unknown_field", { field: `${field.object}.${field.via}` });
    if (field.kind === "tags" && !child.byName[field.target]) report("unknown_field", { field: `${field.object}.${field.target}` });
    if (field.kind === "rollup" && field.filter) checkText(catalog, field.object, field.filter, report);
    if (field.kind === "rollup") checkRollup(catalog, field, report);
  }
  for (const text of [field.required_if, field.visible_if]) if (text) checkText(catalog, object.name, text, report);
}

const SUMMED: readonly (Field["kind"] | undefined)[] = ["integer", "decimal", "percent", "money"];
const ORDERED: readonly (Field["kind"] | undefined)[] = [...SUMMED, "date", "datetime"];

function checkRollup(catalog: Catalog, field: FieldOf<"rollup">, report: Report): void {
  const read = field.field === undefined ? undefined : catalog.object(field.object)?.byName[field.field];
  if (field.field !== undefined && !read) return report("unknown_field", { field: `${field.object}.${field.field}` });
  if (field.fn === "count") return;
  const fits = field.fn === "min" || field.fn === "max" ? ORDERED : SUMMED;
  if (!fits.includes(field.rolls)) report("bad_rollup", { fn: field.fn, field: field.field ?? "" });
}

function checkText(catalog: Catalog, object: string, text: string, report: Report): void {
  const checked = checkExpression(text, { schema: catalog, object });
  if (!checked.ok) report("bad_expression", { at: checked.problem.at.start + 1, code: checked.problem.code, name: checked.problem.params["name"] ?? "" });
}

/** The names on a circle of formulas that starts at `field`, through links and roll-ups too. */
function formulaCircle(catalog: Catalog, object: CatalogObject, field: Field, path: readonly string[]): readonly string[] | null {
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
function readsOf(catalog: Catalog, object: CatalogObject, field: Field): readonly { object: string; field: string }[] {
  if (field.kind === "formula") {
    const checked = checkExpression(field.expression, { schema: catalog, object: object.name });
    return checked.ok ? checked.expression.references.reads : [];
  }
  if (field.kind !== "rollup") return [];
  const filtered = field.filter ? checkExpression(field.filter, { schema: catalog, object: field.object }) : null;
  return [...(field.field ? [{ object: field.object, field: field.field }] : []), ...(filtered?.ok ? filtered.expression.references.reads : [])];
}
