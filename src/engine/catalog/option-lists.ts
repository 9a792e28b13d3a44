import type { Field, FieldDefinition, FormerOption, SelectOption } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { ANY_NAME, mapOf, nullable, text, type Static } from "../../shared/wire/schema.ts";

export const optionsOf = (definition: FieldDefinition): readonly SelectOption[] =>
  definition.kind === "select" || definition.kind === "multiselect" ? definition.options : [];
export const lostOptions = (before: FieldDefinition, after: FieldDefinition): readonly SelectOption[] => {
  const kept = new Set(optionsOf(after).map((option) => option.name));
  return optionsOf(before).filter((option) => !kept.has(option.name));
};

/** What takes the place of options that go: another option, or null for none. */
export const OptionMap = mapOf(nullable(text()), { names: ANY_NAME, maxProperties: 1000 });
export type OptionMap = Static<typeof OptionMap>;

export const formerOf = (definition: FieldDefinition): readonly FormerOption[] =>
  definition.kind === "select" || definition.kind === "multiselect" ? (definition.former ?? []) : [];

/** The definition with what is remembered of the options that it has lost, in all its versions. */
export function withFormer(before: FieldDefinition, after: FieldDefinition, map: OptionMap): FieldDefinition {
  if (after.kind !== "select" && after.kind !== "multiselect") return after;
  const { former: _former, ...rest } = after;
  const offered = new Set(after.options.map((option) => option.name));
  const lost = lostOptions(before, after).map(({ name, label }): FormerOption => ({
    name,
    label,
    ...(Object.hasOwn(map, name) ? { to: map[name] ?? null } : {}),
  }));
  // What had been mapped to an option that goes now follows it.
  const earlier = formerOf(before).map((one): FormerOption =>
    typeof one.to === "string" && Object.hasOwn(map, one.to) ? { ...one, to: map[one.to] ?? null } : one,
  );
  const former = [...earlier.filter((one) => !lost.some(({ name }) => name === one.name)), ...lost].filter(
    ({ name }) => !offered.has(name),
  );
  return former.length > 0 ? { ...rest, former } : rest;
}
/** What only this installation remembers of a field does not travel. */
export function withoutFormer<D extends FieldDefinition>(definition: D): D {
  if (definition.kind !== "select" && definition.kind !== "multiselect") return definition;
  const { former: _former, ...rest } = definition;
  return rest as D;
}

/**
 * The value of a record, or of a version, from before options were taken away: with what took their place.
 */
export function withPresentOptions(field: Field, value: WireValue): WireValue {
  const known = new Map(
    formerOf(field).flatMap(({ name, to }) => (to === undefined ? [] : [[name, to] as const])),
  );
  if (known.size === 0) return value;
  const present = (one: string): string | null => (known.has(one) ? (known.get(one) ?? null) : one);
  if (typeof value === "string") return present(value);
  if (!Array.isArray(value)) return value;
  const list = [
    ...new Set(
      value.flatMap((one: WireValue): string[] => (typeof one === "string" ? [present(one) ?? ""] : [])),
    ),
  ].filter(Boolean);
  return list.length > 0 ? list : null;
}
