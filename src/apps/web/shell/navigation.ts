import type { Label, LabelMap } from "../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../ui/client-module.ts";
import type { NavigationArea } from "../../../ui/slots/navigation.ts";
import { can, type ObjectInfo, type ObjectMap } from "../../../ui/data/objects.ts";
import type { Me } from "../../../ui/data/session.ts";
import { type IconName, objectIcon } from "../../../ui/kit/Icon.tsx";
import { shellMessages } from "./shell.messages.ts";

export interface NavigationItem {
  readonly to: string;
  readonly label: LabelMap;
  readonly icon: IconName;
}
export interface NavigationGroup {
  readonly key: string;
  readonly label: Label | null;
  readonly items: readonly NavigationItem[];
}

const itemOf = (object: ObjectInfo): NavigationItem => ({
  to: `/records/${object.name}`,
  label: object.plural,
  icon: objectIcon(object.icon),
});

/** The areas that every company has; modules add theirs (`ClientModule.navigationAreas`). */
export const AREAS: readonly NavigationArea[] = [
  { name: "sell", label: shellMessages.sell, order: 100, objects: ["leads", "accounts", "deals"] },
  { name: "work", label: shellMessages.work, order: 200, objects: ["today", "work"] },
  { name: "products", label: shellMessages.products, order: 300, objects: ["catalog"] },
  { name: "own", label: shellMessages.own, order: 400, objects: ["custom"] },
  { name: "insight", label: shellMessages.insight, order: 500 },
];

/** The left navigation in the order of the sales cycle, of what this person may see. */
export function navigationOf(
  objects: ObjectMap,
  modules: readonly ClientModule[],
  me: Me,
): readonly NavigationGroup[] {
  const shown = [...objects.values()].filter((object) => can(object, "read"));
  const of = (...areas: readonly (ObjectInfo["area"] | "custom")[]) =>
    areas
      .flatMap((area) => shown.filter((object) => (object.custom ? "custom" : object.area) === area))
      .map(itemOf);
  const entries = modules
    .flatMap((module) => module.navigation ?? [])
    // Without a role there is nothing behind any of them.
    .filter((entry) => me.roles.length > 0 && (entry.applies?.(me) ?? true))
    .toSorted((one, other) => one.order - other.order);
  const pagesOf = (area: string) =>
    entries
      .filter(({ group }) => group === area)
      .map(({ path, label, icon }) => ({ to: `/${path}`, label, icon }));
  const areas = [...AREAS, ...modules.flatMap((module) => module.navigationAreas ?? [])].toSorted(
    (one, other) => one.order - other.order,
  );
  const groups: readonly NavigationGroup[] = [
    { key: "today", label: null, items: [{ to: "/", label: shellMessages.today, icon: "today" }] },
    ...areas.map(({ name, label, objects: listed = [] }) => ({
      key: name,
      label,
      items: [...of(...listed), ...pagesOf(name)],
    })),
  ];
  return groups.filter((group) => group.items.length > 0);
}
