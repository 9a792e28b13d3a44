import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Behaviour, Conflict } from "../../shared/wire/behaviour.contract.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Add, Hooks } from "../kernel/hooks.ts";
import { holds } from "../../shared/expression/evaluate.ts";
import { isConstant } from "../../shared/expression/references.ts";
import type { Context } from "../kernel/context.ts";
import { momentOf } from "../kernel/moment.ts";
import { expressionOf } from "../catalog/checked-expression.ts";

export function findConflicts(
  context: Context,
  object: CatalogObject,
  behaviours: readonly Behaviour[],
): readonly Conflict[] {
  return [
    ...sameField(behaviours),
    ...loops(context.catalog, context.hooks, object),
    ...never(context, object, behaviours),
  ];
}

/** The later one wins without a word. */
function sameField(behaviours: readonly Behaviour[]): Conflict[] {
  const writers = new Map<string, string[]>();
  for (const { kind, name, writes } of behaviours)
    if (kind === "derive" && !name.startsWith("default:"))
      for (const field of writes) writers.set(field, [...(writers.get(field) ?? []), name]);
  return [...writers].flatMap(([field, names]) =>
    names.length > 1 ? [{ kind: "same_field" as const, names, field }] : [],
  );
}

/** Adds whose records are of objects on which other adds write records of this one again. */
function loops(catalog: Catalog, hooks: Hooks, object: CatalogObject): Conflict[] {
  const leads = (from: CatalogObject, path: readonly Add[]): readonly Add[] | null => {
    for (const add of hooks.adds) {
      if (!add.applies(from) || path.includes(add)) continue;
      if (add.writes.includes(object.name)) return [...path, add];
      for (const name of add.writes) {
        const next = catalog.object(name);
        const found = next ? leads(next, [...path, add]) : null;
        if (found) return found;
      }
    }
    return null;
  };
  const found = leads(object, []);
  return found ? [{ kind: "loop", names: found.map(({ name }) => name) }] : [];
}

/**
 * Conditions that no longer check, that are the same for every record, or that wait for fields that are gone.
 */
function never(context: Context, object: CatalogObject, behaviours: readonly Behaviour[]): Conflict[] {
  const isGone = (name: string): boolean => object.byName[name]?.hidden === true;
  const waiting = behaviours.flatMap(({ name, reads }): Conflict[] => {
    const gone = reads.filter((one) => isGone(one));
    return gone.length > 0 && gone.length === reads.length
      ? [{ kind: "never", names: [name], ...(gone[0] ? { field: gone[0] } : {}) }]
      : [];
  });
  const conditions = object.fields.flatMap((field): Conflict[] => {
    if (!field.required_if || field.hidden) return [];
    const expression = expressionOf(context.catalog, object.name, field.required_if);
    const isNever =
      !expression ||
      (isConstant(expression.node) && !holds(expression, { ...momentOf(context), record: {} }));
    return isNever ? [{ kind: "never", names: [`required_if:${field.name}`], field: field.name }] : [];
  });
  return [...waiting, ...conditions];
}
