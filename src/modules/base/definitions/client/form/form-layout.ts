import type { LabelMap } from "../../../../../shared/i18n/label.ts";
import type { FormSection } from "../../../../../shared/metadata/object.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../../../../ui/data/objects.ts";
import { formParts } from "../../../../../ui/record/form/form-fields.ts";

/**
 * A form while it is arranged: its sections, and behind them the fields that no section has. Fields are
 * called by name; a place is a section's number and a number within it.
 */
export interface FormLayout {
  readonly sections: readonly FormSection[];
  readonly rest: readonly string[];
}
export interface Place {
  /** The number of sections stands for the rest behind them. */
  readonly section: number;
  readonly at: number;
}

/** Fields that a record page or its form shows among others; who made it and when stands apart. */
const isArranged = (object: ObjectInfo, field: FieldInfo): boolean =>
  isShown(field) &&
  field.kind !== "children" &&
  !field.on_request &&
  (!field.system || formParts(object, true).some(({ fields }) => fields.includes(field)));

/** As the object has it; without sections all that its form asks stands in one, called `first`. */
export function layoutOf(object: ObjectInfo, first: LabelMap): FormLayout {
  const asked = () => formParts(object, true).flatMap(({ fields }) => fields.map(({ name }) => name));
  const sections = object.sections ?? [{ label: first, fields: asked() }];
  const isThere = (name: string) => {
    const field = object.byName[name];
    return field !== undefined && isShown(field);
  };
  const shown = sections.map(({ label, fields }) => ({ label, fields: fields.filter(isThere) }));
  const placed = new Set(shown.flatMap(({ fields }) => fields));
  const free = object.fields.filter((field) => !placed.has(field.name) && isArranged(object, field));
  return { sections: shown, rest: free.map(({ name }) => name) };
}

/** Every list of names, the rest last. */
const listsOf = ({ sections, rest }: FormLayout): readonly (readonly string[])[] => [
  ...sections.map(({ fields }) => fields),
  rest,
];
const withLists = (layout: FormLayout, lists: readonly (readonly string[])[]): FormLayout => ({
  sections: layout.sections.map((section, at) => ({ ...section, fields: lists[at] ?? [] })),
  rest: lists[layout.sections.length] ?? [],
});
export function placeIn(layout: FormLayout, name: string): Place | null {
  const lists = listsOf(layout);
  const section = lists.findIndex((names) => names.includes(name));
  return section < 0 ? null : { section, at: lists[section]?.indexOf(name) ?? 0 };
}

/** The field before what stands at a place now, or at the end of its section. */
export function moveField(layout: FormLayout, name: string, to: Place): FormLayout {
  const lists = listsOf(layout);
  const before = lists[to.section]?.[to.at];
  if (before === name) return layout;
  const without = lists.map((names) => names.filter((one) => one !== name));
  const target = without[to.section] ?? [];
  const at = before === undefined ? target.length : target.indexOf(before);
  return withLists(layout, without.with(to.section, target.toSpliced(at, 0, name)));
}

/** One place on or back; past the end of a section into the next one. */
export function stepField(layout: FormLayout, name: string, by: 1 | -1): FormLayout {
  const place = placeIn(layout, name);
  if (!place) return layout;
  const lists = listsOf(layout);
  const within = place.at + by;
  const length = lists[place.section]?.length ?? 0;
  if (within >= 0 && within < length)
    return moveField(layout, name, { section: place.section, at: by > 0 ? within + 1 : within });
  const section = place.section + by;
  const next = lists[section];
  return next ? moveField(layout, name, { section, at: by > 0 ? 0 : next.length }) : layout;
}

export function stepSection(layout: FormLayout, at: number, by: 1 | -1): FormLayout {
  const one = layout.sections[at];
  return one && layout.sections[at + by]
    ? { ...layout, sections: layout.sections.toSpliced(at, 1).toSpliced(at + by, 0, one) }
    : layout;
}
/** Its fields stand behind the sections from then on. */
export const removeSection = (layout: FormLayout, at: number): FormLayout => ({
  sections: layout.sections.toSpliced(at, 1),
  rest: [...(layout.sections[at]?.fields ?? []), ...layout.rest],
});
export const addSection = (layout: FormLayout, label: LabelMap): FormLayout => ({
  ...layout,
  sections: [...layout.sections, { label, fields: [] }],
});
export const nameSection = (layout: FormLayout, at: number, label: LabelMap): FormLayout => ({
  ...layout,
  sections: layout.sections.map((section, place) => (place === at ? { ...section, label } : section)),
});

/** The same form once its new fields have names. */
export const withNames = (layout: FormLayout, called: ReadonlyMap<string, string>): FormLayout =>
  withLists(
    layout,
    listsOf(layout).map((names) => names.map((name) => called.get(name) ?? name)),
  );
/** Sections as they are sent: a language that a name was taken out of is not said. */
export const asSections = ({ sections }: FormLayout): readonly FormSection[] =>
  sections.map(({ label, fields }) => ({
    label: Object.fromEntries(Object.entries(label).filter(([, words]) => words.trim() !== "")),
    fields,
  }));
export const withoutField = (layout: FormLayout, name: string): FormLayout =>
  withLists(
    layout,
    listsOf(layout).map((names) => names.filter((one) => one !== name)),
  );
