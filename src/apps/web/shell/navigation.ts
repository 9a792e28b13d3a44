import type { Label, LabelMap } from "../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../ui/client-module.ts";
import { can, type ObjectInfo, type ObjectMap } from "../../../ui/data/objects.ts";
import type { Me } from "../../../ui/data/session.ts";
import { type IconName, objectIcon } from "../../../ui/kit/Icon.tsx";
import { shellTexts } from "./shell.messages.ts";

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
  const extra = (group: string) =>
    modules
      .flatMap((module) => module.navigation ?? [])
      .filter((entry) => entry.group === group && (entry.applies?.(me) ?? true))
      .toSorted((one, other) => one.order - other.order)
      .map((entry) => ({ to: `/${entry.path}`, label: entry.label, icon: entry.icon }));
  const groups: readonly NavigationGroup[] = [
    { key: "today", label: null, items: [{ to: "/", label: shellTexts.today, icon: "today" }] },
    { key: "sell", label: shellTexts.sell, items: [...of("leads", "accounts", "deals"), ...extra("sell")] },
    { key: "work", label: shellTexts.work, items: [...of("today", "work"), ...extra("work")] },
    { key: "products", label: shellTexts.products, items: of("catalog") },
    { key: "own", label: shellTexts.own, items: of("custom") },
    { key: "insight", label: shellTexts.insight, items: extra("insight") },
  ];
  return groups.filter((group) => group.items.length > 0);
}
