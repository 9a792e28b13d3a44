import { type Change, type SavedExpressions, rewriteText } from "../../../../engine/public.ts";
import { quote } from "../../../../shared/expression/print.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";

type Part = Readonly<Values>;
const each = (value: WireValue | undefined, change: (part: Part) => Part): WireValue | undefined =>
  Array.isArray(value) ? value.map((one: WireValue) => (isMap(one) ? change(one) : one)) : value;

/** What a gate asks: a condition of the record, of related records, or fields by name. */
function rewriteCriterion(about: string, criterion: Part, change: Change): Part {
  const { kind, object, settings } = criterion;
  if (kind === "condition") return { ...criterion, ...rewriteText(criterion, "expression", about, change) };
  if (kind === "related") return { ...criterion, ...rewriteText(criterion, "expression", object, change) };
  if (isMap(settings)) return { ...criterion, settings: rewriteSettings(about, settings, change) };
  return kind === "fields" ? rewriteFields(about, criterion, change) : criterion;
}
function rewriteFields(about: string, part: Part, change: Change): Part {
  const { fields } = part;
  if (!Array.isArray(fields)) return part;
  const renamed = (field: WireValue) => (typeof field === "string" ? change(about, field) : field);
  return { ...part, fields: fields.map(renamed) };
}
/** Of an added kind: what its settings call `expression` and `fields` is about the record itself. */
function rewriteSettings(about: string, settings: Part, change: Change): Part {
  const { expression } = settings;
  const said = rewriteFields(about, settings, change);
  return typeof expression === "string"
    ? { ...said, ...rewriteText(settings, "expression", about, change) }
    : said;
}
/** An action that sets a field to one of its options reads like a comparison of the two. */
function rewriteAction(about: string, action: Part, change: Change): Part {
  const { kind, field, value } = action;
  if (kind !== "set" || typeof field !== "string") return action;
  if (typeof value !== "string") return { ...action, field: change(about, field) };
  const [, name, option] = /^(\w+) == "([^"\\]*)"$/.exec(change(about, `${field} == ${quote(value)}`)) ?? [];
  return name === undefined || option === undefined ? action : { ...action, field: name, value: option };
}

/** A definition with every expression passed through `change`; the same object where nothing differs. */
function rewritePipeline(about: string, definition: Part, change: Change): Part {
  const stages = each(definition["stages"], (stage) => ({
    ...stage,
    ...listed(stage, ["entry", "exit"], (criterion) => rewriteCriterion(about, criterion, change)),
    ...listed(stage, ["on_enter", "on_exit"], (action) => rewriteAction(about, action, change)),
  }));
  const next = { ...definition, ...(stages === undefined ? {} : { stages }) };
  return JSON.stringify(next) === JSON.stringify(definition) ? definition : next;
}
function listed(stage: Part, keys: readonly string[], change: (part: Part) => Part): Part {
  return Object.fromEntries(
    keys.flatMap((key) => (Array.isArray(stage[key]) ? [[key, each(stage[key], change) ?? null]] : [])),
  );
}

const rewriteIn = (values: Readonly<Values>, keys: readonly string[], change: Change): Values => {
  const next: Values = {};
  for (const key of keys) {
    const held = values[key];
    const pilot = key === "pilot" && isMap(held) ? held : null;
    const { definition } = pilot ?? { definition: held };
    if (!isMap(definition)) continue;
    const { object } = definition;
    if (typeof object !== "string") continue;
    const changed = rewritePipeline(object, definition, change);
    if (changed !== definition) next[key] = pilot ? { ...pilot, definition: changed } : changed;
  }
  return next;
};
export const pipelineExpressions: readonly SavedExpressions[] = [
  {
    object: "pipeline",
    label: label("流程", "Pipeline"),
    rewrite: (values, change) => rewriteIn(values, ["definition", "draft", "pilot"], change),
  },
  // An earlier version may be published again.
  {
    object: "pipeline_version",
    label: label("流程版本", "Pipeline version"),
    rewrite: (values, change) => rewriteIn(values, ["definition"], change),
  },
];
