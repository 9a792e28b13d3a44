import type { ClientModule, SettingsEntry } from "../../../ui/client-module.ts";
import type { Me } from "../../../ui/data/session.ts";
import { entryTexts } from "./entries.messages.ts";

export const SETTINGS_GROUPS = [
  { key: "company", label: entryTexts.groupCompany },
  { key: "people", label: entryTexts.groupPeople },
  { key: "build", label: entryTexts.groupBuild },
  { key: "data", label: entryTexts.groupData },
  { key: "mine", label: entryTexts.groupMine },
] as const;

/** The pages of the settings that this person may open. */
export const settingsOf = (modules: readonly ClientModule[], me: Me): readonly SettingsEntry[] =>
  modules
    .flatMap((module) => module.settings ?? [])
    .filter((entry) => entry.applies?.(me) ?? true)
    .toSorted((one, other) => one.order - other.order);
