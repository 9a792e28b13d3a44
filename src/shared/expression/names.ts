import type { LabelMap } from "../i18n/label.ts";
import type { Field, SelectOption } from "../metadata/field.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { nearestName } from "./nearest-name.ts";
import { fail } from "./problem.ts";
import type { ExpressionSchema, Span } from "./types.ts";

interface Named {
  readonly name: string;
  readonly label: LabelMap;
}
const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();
const hasLabel = (map: LabelMap, folded: string): boolean =>
  Object.values(map).some((text) => fold(text) === folded);

/**
 * By API name, else by a label in any language, ignoring case and width. Several of one label: all of them.
 */
export function matching<T extends Named>(name: string, items: readonly T[]): readonly T[] {
  const exact = items.filter((item) => item.name === name);
  if (exact.length > 0) return exact;
  const folded = fold(name);
  const same = items.filter((item) => item.name === folded);
  return same.length > 0 ? same : items.filter((item) => hasLabel(item.label, folded));
}

/** The known name or label most like `name`. */
export const suggest = (name: string, items: readonly Named[]): string | undefined =>
  nearestName(name, [
    ...items.map((item) => item.name),
    ...items.flatMap((item) => Object.values(item.label)),
  ]);

/** The one field meant; otherwise the check stops with unknown_name and a suggestion. */
export function resolveField(object: CatalogObject, name: string, at: Span): Field {
  const living = object.fields.filter((field) => !field.hidden);
  const [found, other] = matching(name, living);
  if (found && !other) return found;
  if (found && other)
    return fail(
      "unknown_name",
      at,
      { name, object: object.name, ambiguous: `${found.name}, ${other.name}` },
      found.name,
    );
  return fail("unknown_name", at, { name, object: object.name }, suggest(name, living));
}

/**
 * The option a literal means, by name or label; an unknown one is a wrong_type with the nearest option. A
 * stage may be of a pipeline yet to be published: unknown ones stay.
 */
export function resolveOption(
  field: Field & { readonly options: readonly SelectOption[] },
  text: string,
  at: Span,
): string {
  const [found] = matching(text, field.options);
  if (!found && field.kind === "stage") return text;
  return found
    ? found.name
    : fail("wrong_type", at, { field: field.name, option: text }, suggest(text, field.options));
}

/** The object meant by API name, label or plural. */
export function resolveObject(schema: ExpressionSchema, name: string, at: Span): CatalogObject {
  const direct = schema.object(name);
  if (direct) return direct;
  const all = [...(schema.objects?.values() ?? [])];
  const folded = fold(name);
  const found = all.find(
    (object) => object.name === folded || hasLabel(object.label, folded) || hasLabel(object.plural, folded),
  );
  return found ?? fail("unknown_name", at, { name }, suggest(name, all));
}
