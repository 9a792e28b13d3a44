import { type Label, label, type LabelMap } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { ListedRegistry } from "../../shared/wire/behaviour.contract.ts";
import type { Context } from "../kernel/context.ts";
import { extensionPoint } from "../kernel/extension-point.ts";

export interface RegistryEntry {
  readonly name: string;
  readonly label: LabelMap;
}
/** A list that modules add to, as far as its entries concern records of an object. */
export interface ObjectRegistry {
  readonly label: Label;
  entries(context: Context, object: CatalogObject): readonly RegistryEntry[];
}

/**
 * What the page of what runs on an object prints beside the hooks. The module that reads a list tells of its
 * entries here.
 */
export const objectRegistries = extensionPoint<ObjectRegistry>("registries by object");

/** Those of the engine itself: streams of the timeline, kinds of long work, retention, expressions kept. */
const OWN: ReadonlyMap<string, ObjectRegistry> = new Map([
  ["timeline", { label: label("时间线中的内容", "What its timeline shows"), entries: streams }],
  [
    "jobs",
    {
      label: label("后台任务", "Background jobs"),
      entries: ({ hooks }: Context, object: CatalogObject) =>
        (hooks.kinds ?? []).filter((kind) => kind.applies?.(object) ?? true).map(named),
    },
  ],
  [
    "retention",
    {
      label: label("保留期限", "Retention"),
      entries: ({ hooks }: Context, object: CatalogObject) =>
        (hooks.retentions ?? []).filter((one) => one.applies?.(object) === true).map(named),
    },
  ],
  [
    "expressions",
    {
      label: label("记录中保存的公式与条件", "Formulas and conditions stored in its records"),
      entries: ({ hooks }: Context, object: CatalogObject) =>
        (hooks.saved ?? [])
          .filter((one) => one.object === object.name)
          .map((one) => ({ name: one.object, label: one.label })),
    },
  ],
]);

const named = ({ name, label: words }: RegistryEntry): RegistryEntry => ({ name, label: words });

/** Objects whose records stand in the timeline of this one's, and those whose changes are told there. */
function streams({ catalog, hooks }: Context, object: CatalogObject): readonly RegistryEntry[] {
  const points = (from: CatalogObject, link: string): boolean => {
    const field = from.byName[link];
    return (
      (field?.kind === "link" || field?.kind === "links") &&
      (field.targets.length === 0 || field.targets.includes(object.name))
    );
  };
  const told = new Map((hooks.events ?? []).map((one) => [one.object, one.link]));
  return [...catalog.objects.values()].flatMap((from) => {
    const link = from.timeline?.by ?? told.get(from.name);
    return link !== undefined && points(from, link) ? [{ name: from.name, label: from.plural }] : [];
  });
}

/** Every list with the entries that concern records of the object; lists without any are left out. */
export function registriesOf(context: Context, object: CatalogObject): readonly ListedRegistry[] {
  return [...OWN, ...objectRegistries.read(context.hooks)].flatMap(([name, registry]) => {
    const entries = registry.entries(context, object);
    return entries.length === 0 ? [] : [{ name, label: registry.label, entries }];
  });
}
