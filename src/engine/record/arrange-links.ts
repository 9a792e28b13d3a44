import { furtherOf, type Pointer, pointersOf } from "../../shared/metadata/further-links.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import { keyOf, type Item } from "./batch.ts";
import { refreshFields } from "./changed-fields.ts";

/** A link and the list that goes on where it ends. */
export interface LinkPair {
  readonly link: Field;
  readonly further: FieldOf<"links">;
}

const known = new WeakMap<CatalogObject, readonly LinkPair[]>();
export function linkPairs(object: CatalogObject): readonly LinkPair[] {
  const found = known.get(object);
  if (found) return found;
  const pairs = object.fields.flatMap((link): LinkPair[] => {
    const further = link.kind === "link" ? furtherOf(object, link.name) : undefined;
    return further ? [{ link, further }] : [];
  });
  known.set(object, pairs);
  return pairs;
}

/** Everything that a record points at by this link and the list that goes on from it, in order. */
export function pointersBy(
  object: CatalogObject,
  field: Field,
  values: Readonly<Values> | null,
): readonly Pointer[] {
  if (!values) return [];
  const further = furtherOf(object, field.name);
  return [
    ...pointersOf(values[field.name], targetsOf(field)[0] ?? ""),
    ...(further ? pointersOf(values[further.name], further.targets[0] ?? "") : []),
  ];
}

/**
 * A list given to a link that goes on in another field is the first record and the further ones.
 * @example splitLinks(activity, { regarding: [a, b] }) // { regarding: a, also_regarding: [b] }
 */
export function splitLinks(object: CatalogObject, values: Values): Values {
  let split = values;
  for (const { link, further } of linkPairs(object)) {
    const given = split[link.name];
    if (!isList(given)) continue;
    const [first = null, ...rest] = given.filter((one) => one !== null);
    const more = split[further.name];
    split = { ...split, [link.name]: first, [further.name]: isList(more) ? [...rest, ...more] : rest };
  }
  return split;
}
const isList = (value: WireValue | undefined): value is readonly WireValue[] => Array.isArray(value);

/**
 * No record stands twice among those that a record is about, and where the first is taken away the next one
 * takes its place.
 */
export function arrangeLinks(item: Item): void {
  for (const { link, further } of linkPairs(item.object)) {
    const more = item.after[further.name];
    if (
      more === null ||
      more === undefined ||
      !(item.changed.has(link.name) || item.changed.has(further.name))
    )
      continue;
    const all = new Map(
      pointersBy(item.object, link, item.after).map((pointer) => [
        keyOf(pointer.object, pointer.id),
        pointer,
      ]),
    );
    const [first = null, ...rest] = [...all.values()];
    const several = targetsOf(link).length > 1;
    const value: WireValue =
      first === null ? null : several ? { object: first.object, id: first.id } : first.id;
    item.after = {
      ...item.after,
      [link.name]: value,
      [further.name]: rest.length === 0 ? null : rest.map(({ object, id }) => ({ object, id })),
    };
    refreshFields(item, [link.name, further.name]);
  }
}

/**
 * What a record pointed at before by this field or by the one that goes on from it: it may stay, whoever
 * writes.
 */
export function heldBefore(item: Item, field: Field): ReadonlySet<string> {
  const pair = linkPairs(item.object).find(({ link, further }) => link === field || further === field);
  const pointers = pair
    ? pointersBy(item.object, pair.link, item.before)
    : field.kind === "links"
      ? pointersOf(item.before?.[field.name], "")
      : [];
  return new Set(pointers.map(({ object, id }) => keyOf(object, id)));
}
