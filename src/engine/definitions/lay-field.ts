import { label } from "../../shared/i18n/label.ts";
import type { Field, FieldDefinition, SelectOption } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { ANY_NAME, mapOf } from "../../shared/wire/schema.ts";
import { noted } from "../../shared/wire/shape-notes.ts";
import { buildCatalog } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { FieldChanges, OptionChanges } from "../catalog/lay-over.ts";
import { refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { duplicatesOf } from "./check-unique-rules.ts";
import { commitDefinitions } from "./commit-definitions.ts";
import { rewriteDefinition } from "./definition-expressions.ts";
import { asValues, withChanges } from "./definition-records.ts";
import { commonProperties, options as optionsShape, optionTwice } from "../catalog/field-properties.ts";
import { countUses, refusedInUse } from "./remove-options.ts";
import { canonical } from "../kernel/saved-expressions.ts";
import { layeredProperties } from "./object-properties.ts";
import { flag, labels, line, named, namesUpTo, partOf } from "../catalog/property-shapes.ts";
import { type Fault, faultsOf, type Properties, wrong } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { faultsOfLaying } from "./what-rules-need.ts";

const LAID = [
  "label",
  "description",
  "example",
  "required",
  "unique",
  "indexed",
  "personal",
  "searchable",
  "required_if",
  "visible_if",
  "width",
  "create_form",
] as const;
/** What a company may change of a shipped field. */
function properties(context: Context, field: Field): Properties {
  const first = context.company.language;
  const common = commonProperties(first);
  const known = Object.fromEntries(
    LAID.flatMap((name) => (common[name] ? [[name, common[name]] as const] : [])),
  );
  const hasOptions = field.kind === "select" || field.kind === "multiselect";
  return {
    ...known,
    label: named(label("名称", "Label"), labels(100)),
    hidden: named(label("停用", "Turned off"), flag()),
    ...(hasOptions ? { options: named(label("选项", "Options"), optionsShape(first)) } : {}),
  };
}
const A_SHIPPED_FIELD = label("系统自带的字段", "A built-in field");
type WithKind = Values & { readonly kind?: WireValue };

/** PATCH of a shipped field: only what differs from what is shipped is stored; null gives it back. */
export async function layField(
  context: Context,
  object: CatalogObject,
  field: Field,
  given: Readonly<Values>,
): Promise<Result<Catalog>> {
  const { kind, ...changes } = given as WithKind;
  const asked = kind === field.kind ? changes : given;
  const misshapen = faultsOf(asked, properties(context, field), A_SHIPPED_FIELD);
  const faults = misshapen.length > 0 ? misshapen : optionTwice(asked["options"]);
  if (faults.length > 0) return refused(faults);
  const shipped = shippedField(context, object.name, field);
  return commitDefinitions(context, async (layer, version) => {
    const current = (layer.changes.find((one) => one.object === object.name && one.field === field.name)
      ?.changes ?? {}) as FieldChanges;
    const next = nextChanges(shipped, current, changes);
    if (!next.ok) return next;
    const unsafe = faultsOfLaying(context, object, field, current, next.value);
    if (unsafe.length > 0) return refused(unsafe);
    const gone = (current.options?.added ?? [])
      .filter((option) => !next.value.options?.added?.some((one) => one.name === option.name))
      .map(({ name }) => name);
    const inUse = await countUses(context, object.name, field.name, shipped, gone);
    if (inUse.length > 0) return refusedInUse(field, inUse);
    const twice = next.value.unique
      ? await duplicatesOf(context, object.name, [{ fields: [field.name], fold: true }])
      : accept(true);
    if (!twice.ok) return twice;
    const laid = await withChanges(context, layer, object.name, field.name, next.value);
    const catalog = buildCatalog(version, context.shipped, laid.layer);
    const spelled = rewriteDefinition(object.name, next.value, canonical(catalog));
    const done = await withChanges(context, layer, object.name, field.name, spelled);
    return accept({
      ...done,
      place: `${object.name}.${field.name}`,
      removes: (next.value.hidden === true && !current.hidden) || gone.length > 0,
    });
  });
}

/** The field as the product ships it. */
export function shippedField(context: Context, object: string, field: Field): FieldDefinition {
  const definition = context.shipped.find((one) => one.name === object)?.fields[field.name];
  return definition ?? field;
}

function nextChanges(
  shipped: FieldDefinition,
  current: FieldChanges,
  given: Readonly<Values>,
): Result<FieldChanges> {
  const base = asValues(shipped);
  const next: Values = {};
  for (const key of [...LAID, "hidden"]) {
    const value = given[key] === undefined ? asValues(current)[key] : given[key];
    const whole =
      isMap(value) && given[key] !== undefined
        ? { ...(asValues(current)[key] as Values | undefined), ...value }
        : value;
    const kept = isMap(whole) ? onlyDifferent(whole, base[key]) : whole;
    // Not asked for in new records is a choice; of all else “no” is the same as nothing said.
    const isNothing = kept === undefined || (kept === false && key !== "create_form");
    const isShipped = kept === base[key] || (isNothing && base[key] === undefined);
    if (kept !== null && kept !== undefined && !isShipped && !(isMap(kept) && Object.keys(kept).length === 0))
      next[key] = kept;
  }
  const options =
    given["options"] === undefined ? accept(current.options) : nextOptions(shipped, given["options"]);
  if (!options.ok) return options;
  return accept({
    ...(next as FieldChanges),
    ...(options.value && Object.keys(options.value).length > 0 ? { options: options.value } : {}),
  });
}
const onlyDifferent = (value: Values, original: WireValue | undefined): Values =>
  Object.fromEntries(
    Object.entries(value).filter(([tag, text]) => !isMap(original) || original[tag] !== text),
  );

const KEEP = label(
  "系统自带的选项“{name}”有规则在使用，可以隐藏，不能移除。",
  "The built-in option “{name}” is used by rules, so it can be hidden but not removed.",
);
/**
 * The options as given, told apart: what is added, what differs, and their order where it is not the shipped
 * one.
 */
function nextOptions(shipped: FieldDefinition, given: WireValue): Result<OptionChanges | undefined> {
  if (
    given === null ||
    (shipped.kind !== "select" && shipped.kind !== "multiselect") ||
    !Array.isArray(given)
  )
    return accept(undefined);
  const wanted = given.filter(isMap) as unknown as readonly SelectOption[];
  const faults = shipped.options
    .filter((option) => !wanted.some((one) => one.name === option.name))
    .map((option): Fault => ({ code: "bad_property", path: "options", text: composeName(option) }));
  if (faults.length > 0) return refused(faults);
  const known = new Map(shipped.options.map((option) => [option.name, option]));
  const added = wanted.filter((option) => !known.has(option.name));
  const changed = wanted.flatMap((option) => {
    const original = known.get(option.name);
    const label_ = original ? onlyDifferent(asValues(option.label), asValues(original.label)) : {};
    const change = {
      ...(Object.keys(label_).length > 0 ? { label: label_ as Record<string, string> } : {}),
      ...(original && option.color !== undefined && option.color !== original.color
        ? { color: option.color }
        : {}),
      ...(original && (option.hidden ?? false) !== (original.hidden ?? false)
        ? { hidden: option.hidden ?? false }
        : {}),
      ...(original && option.group && JSON.stringify(option.group) !== JSON.stringify(original.group)
        ? { group: option.group }
        : {}),
    };
    return original && Object.keys(change).length > 0 ? [[option.name, change] as const] : [];
  });
  const order = wanted.map((option) => option.name);
  const usual = [...shipped.options.map((option) => option.name), ...added.map((option) => option.name)];
  return accept({
    ...(added.length > 0 ? { added } : {}),
    ...(changed.length > 0 ? { changed: Object.fromEntries(changed) } : {}),
    ...(order.join("\n") === usual.join("\n") ? {} : { order }),
  });
}
const composeName = (option: SelectOption): typeof KEEP => ({
  "zh-CN": KEEP["zh-CN"].replace("{name}", option.label["zh-CN"] ?? option.name),
  en: KEEP.en.replace("{name}", option.label["en"] ?? option.name),
});

const SET = label("一组属性", "a set of properties");
const OPTION_CHANGE: Properties = {
  label: named(label("选项名称", "Option label"), labels(100)),
  color: named(label("颜色", "Colour"), line(20)),
  hidden: named(label("隐藏", "Hidden"), flag()),
  group: named(label("上级分类", "Group"), labels(100)),
};
const CHANGES: Properties = {
  added: named(label("添加的选项", "Added options"), optionsShape("zh-CN", 0)),
  changed: named(
    label("调整的选项", "Changed options"),
    noted(mapOf(partOf(OPTION_CHANGE), { names: ANY_NAME }), { wanted: SET, alone: true }),
  ),
  order: named(label("选项顺序", "Order of the options"), namesUpTo(1000)),
};
/**
 * A change that comes in a package is held to what its settings page would take. What it names may be of
 * another version: then it has no effect and is listed.
 */
export function faultsOfPackagedChange(
  context: Context,
  object: string,
  field: string | null,
  changes: Readonly<Values>,
  path: string,
): readonly Fault[] {
  const target = context.catalog.object(object);
  const name = label("系统定义的调整", "A change to a built-in definition");
  if (!target || target.custom)
    return wrong(`${path}object`, name, label("系统自带的对象", "a built-in object"));
  if (field === null) return faultsOf(changes, layeredProperties(context.company.language), name, path);
  const held = target.byName[field];
  const { options, ...plain } = changes;
  const known = held ?? target.byName["id"];
  const faults = known ? faultsOf(plain, properties(context, known), name, path) : [];
  const misshapen =
    options === undefined
      ? []
      : isMap(options)
        ? faultsOf(options, CHANGES, name, `${path}options.`)
        : wrong(`${path}options`, name, SET);
  const odd =
    misshapen.length === 0 && isMap(options)
      ? optionTwice(options["added"], `${path}options.added`)
      : misshapen;
  return [
    ...faults,
    ...odd,
    ...(held ? faultsOfLaying(context, target, held, {}, changes as FieldChanges) : []),
  ];
}
