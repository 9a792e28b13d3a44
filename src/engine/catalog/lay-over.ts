import type { LabelMap } from "../../shared/i18n/label.ts";
import type { FieldDefinition, FieldWidth, SelectOption } from "../../shared/metadata/field.ts";
import type { FormSection, ObjectDefinition, UniqueRule } from "../../shared/metadata/object.ts";

/**
 * What a workspace changes of a shipped object: only that, by name. What is not named stays as shipped, also
 * after an upgrade.
 */
export interface ObjectChanges {
  readonly label?: LabelMap;
  readonly plural?: LabelMap;
  readonly icon?: string;
  readonly area?: NonNullable<ObjectDefinition["area"]>;
  readonly list?: { readonly columns?: readonly string[]; readonly sort?: string };
  readonly sections?: readonly FormSection[];
  /** Fields in this order; those not named follow as shipped. */
  readonly order?: readonly string[];
  /** Changes must say which version was seen. */
  readonly money_document?: boolean;
  /** Rules beside the shipped ones. */
  readonly unique?: readonly UniqueRule[];
}
/** What a workspace changes of a shipped field. */
export interface FieldChanges {
  readonly label?: LabelMap;
  readonly description?: LabelMap;
  readonly example?: string;
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly unique?: boolean;
  readonly indexed?: boolean;
  readonly personal?: boolean;
  readonly searchable?: boolean;
  readonly required_if?: string;
  readonly visible_if?: string;
  readonly width?: FieldWidth;
  readonly create_form?: boolean;
  readonly options?: OptionChanges;
}
export interface OptionChanges {
  readonly added?: readonly SelectOption[];
  /** By the name of a shipped option. */
  readonly changed?: Readonly<
    Record<
      string,
      {
        readonly label?: LabelMap;
        readonly color?: string;
        readonly hidden?: boolean;
        readonly group?: LabelMap;
      }
    >
  >;
  readonly order?: readonly string[];
}
export type LayerChange =
  | { readonly object: string; readonly field: null; readonly changes: ObjectChanges }
  | { readonly object: string; readonly field: string; readonly changes: FieldChanges };

type Named = { readonly name: string };
/** Those named come first, in that order; the others keep theirs. */
export function inOrderOf<T extends Named>(
  items: readonly T[],
  order: readonly string[] | undefined,
): readonly T[] {
  if (!order) return items;
  const place = new Map(order.map((name, at) => [name, at]));
  return items.toSorted(
    (one, other) => (place.get(one.name) ?? order.length) - (place.get(other.name) ?? order.length),
  );
}

type Laid = Omit<ObjectDefinition, "label" | "plural" | "fields"> & {
  readonly label: LabelMap;
  readonly plural: LabelMap;
};
/**
 * The shipped object as this workspace has it. `has` says which fields there are: names of others are passed
 * over.
 */
export function layObject<D extends Laid>(
  shipped: D,
  changes: ObjectChanges | undefined,
  has: (field: string) => boolean,
): D {
  if (!changes) return shipped;
  const columns = changes.list?.columns?.filter(has) ?? [];
  const sort = changes.list?.sort;
  const isSortable = sort !== undefined && sort.split(",").every((key) => has(key.trim().replace(/^-/, "")));
  const unique = (changes.unique ?? []).filter((rule) => rule.fields.every(has));
  return {
    ...shipped,
    label: { ...shipped.label, ...changes.label },
    plural: { ...shipped.plural, ...changes.plural },
    ...(changes.icon === undefined ? {} : { icon: changes.icon }),
    ...(changes.area === undefined ? {} : { area: changes.area }),
    ...(changes.money_document === undefined ? {} : { money_document: changes.money_document }),
    list: {
      columns: columns.length > 0 ? columns : shipped.list.columns,
      sort: isSortable ? sort : shipped.list.sort,
    },
    ...(changes.sections
      ? { sections: changes.sections.map((section) => ({ ...section, fields: section.fields.filter(has) })) }
      : {}),
    ...(unique.length > 0 ? { unique: [...(shipped.unique ?? []), ...unique] } : {}),
  };
}

/** A laid field says what of it the workspace has changed, and whether people alone must fill it in. */
export interface Laying {
  readonly changed?: readonly string[];
  readonly asked?: boolean;
  readonly hidden?: boolean;
}
/** The shipped field as this workspace has it. */
export function layField(
  shipped: FieldDefinition,
  changes: FieldChanges | undefined,
): FieldDefinition & Laying {
  if (!changes) return shipped;
  const { label, description, options, ...plain } = changes;
  const laid = {
    ...shipped,
    ...plain,
    ...(label ? { label: { ...shipped.label, ...label } } : {}),
    ...(description ? { description: { ...shipped.description, ...description } } : {}),
    ...(options && (shipped.kind === "select" || shipped.kind === "multiselect")
      ? { options: layOptions(shipped.options, options) }
      : {}),
    changed: Object.keys(changes),
  };
  // What a rule of the program writes must not fail on what the company asks of people.
  return changes.required === true && !shipped.required ? { ...laid, asked: true } : laid;
}

export function layOptions(
  shipped: readonly SelectOption[],
  { added = [], changed = {}, order }: OptionChanges,
): readonly SelectOption[] {
  const known = new Set(shipped.map((option) => option.name));
  const kept = shipped.map((option): SelectOption => {
    const change = Object.hasOwn(changed, option.name) ? changed[option.name] : undefined;
    return change ? { ...option, ...change, label: { ...option.label, ...change.label } } : option;
  });
  // An upgrade may ship what a company had added: it stays one option, under the company's label.
  const adopted = kept.map((option) => {
    const own = added.find((one) => one.name === option.name);
    return own
      ? { ...option, label: { ...option.label, ...own.label }, ...(own.group ? { group: own.group } : {}) }
      : option;
  });
  return inOrderOf([...adopted, ...added.filter((option) => !known.has(option.name))], order);
}

/** What of a layer speaks of things that are no longer shipped. */
export interface Outdated {
  readonly object: string;
  readonly field: string | null;
  /** "options.closed", "list.columns.old_field", "sections"; absent: the whole change. */
  readonly property?: string;
}
export function outdatedOf(
  shipped: readonly ObjectDefinition[],
  own: (object: string, field: string) => boolean,
  changes: readonly LayerChange[],
): readonly Outdated[] {
  const byName = new Map(shipped.map((object) => [object.name, object]));
  return changes.flatMap((change): readonly Outdated[] => {
    const object = byName.get(change.object);
    if (!object) return [{ object: change.object, field: change.field }];
    if (change.field !== null) return outdatedField(object, change.field, change.changes);
    const has = (name: string): boolean =>
      Object.hasOwn(object.fields, name) || SYSTEM.has(name) || own(object.name, name);
    const named = [
      ...(change.changes.list?.columns ?? []).map((name) => ["list.columns", name] as const),
      ...(change.changes.sections ?? []).flatMap((section) =>
        section.fields.map((name) => ["sections", name] as const),
      ),
      ...(change.changes.order ?? []).map((name) => ["order", name] as const),
      ...(change.changes.unique ?? []).flatMap((rule) =>
        rule.fields.map((name) => ["unique", name] as const),
      ),
    ];
    return named
      .filter(([, name]) => !has(name))
      .map(([property, name]) => ({ object: object.name, field: null, property: `${property}.${name}` }));
  });
}
const SYSTEM = new Set([
  "id",
  "version",
  "owner",
  "department",
  "created_at",
  "created_by",
  "updated_at",
  "updated_by",
  "external_id",
  "source_system",
]);

function outdatedField(object: ObjectDefinition, name: string, changes: FieldChanges): readonly Outdated[] {
  const field = Object.hasOwn(object.fields, name) ? object.fields[name] : undefined;
  const place = { object: object.name, field: name };
  if (!field && SYSTEM.has(name)) return [];
  if (!field) return [place];
  if (!changes.options) return [];
  if (field.kind !== "select" && field.kind !== "multiselect") return [{ ...place, property: "options" }];
  const known = new Set(field.options.map((option) => option.name));
  return Object.keys(changes.options.changed ?? {})
    .filter((option) => !known.has(option))
    .map((option) => ({ ...place, property: `options.${option}` }));
}
