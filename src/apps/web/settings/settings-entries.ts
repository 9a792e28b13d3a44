import type { ClientModule } from "../../../ui/client-module.ts";
import type { SettingsEntry } from "../../../ui/slots/navigation.ts";
import { can, type ObjectInfo } from "../../../ui/data/objects.ts";
import type { Me } from "../../../ui/data/session.ts";
import { entryMessages } from "./entries.messages.ts";

export const SETTINGS_GROUPS = [
  { key: "company", label: entryMessages.groupCompany },
  { key: "people", label: entryMessages.groupPeople },
  { key: "build", label: entryMessages.groupBuild },
  { key: "data", label: entryMessages.groupData },
  { key: "mine", label: entryMessages.groupMine },
] as const;

/** The pages of the settings that this person may open. */
export const settingsOf = (modules: readonly ClientModule[], me: Me): readonly SettingsEntry[] =>
  modules
    .flatMap((module) => module.settings ?? [])
    .filter((entry) => entry.applies?.(me) ?? true)
    .toSorted((one, other) => one.order - other.order);

/** What settings are opened for most, for whoever may do it. */
export const settingsActions = (
  modules: readonly ClientModule[],
  me: Me,
  objects: ReadonlyMap<string, ObjectInfo>,
) =>
  settingsOf(modules, me).flatMap(({ path, icon, action }) => {
    const object = action && objects.get(action.creates);
    if (!action || !object || !can(object, "create")) return [];
    return [{ key: `do-${path}`, icon, label: action.label, to: `/settings/${path}?${action.query}` }];
  });
