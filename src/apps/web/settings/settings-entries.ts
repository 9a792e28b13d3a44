import type { ClientModule, SettingsEntry } from "../../../ui/client-module.ts";
import { isAble, type Me } from "../../../ui/data/session.ts";
import { lazily } from "../../../ui/kit/lazily.ts";
import { entryTexts } from "./entries.messages.ts";

const OWN: readonly SettingsEntry[] = [
  {
    path: "company",
    label: entryTexts.company,
    icon: "home",
    group: "company",
    order: 1,
    applies: (me) => isAble(me, "settings.manage"),
    Component: lazily(() => import("./CompanyPage.tsx").then((m) => m.CompanyPage)),
  },
  {
    path: "calendar",
    label: entryTexts.calendar,
    icon: "calendar",
    group: "company",
    order: 2,
    applies: (me) => isAble(me, "settings.manage"),
    Component: lazily(() => import("./CalendarPage.tsx").then((m) => m.CalendarPage)),
  },
  {
    path: "security",
    label: entryTexts.security,
    icon: "lock",
    group: "company",
    order: 3,
    applies: (me) => isAble(me, "security.manage"),
    Component: lazily(() => import("./security/SecurityPage.tsx").then((m) => m.SecurityPage)),
  },
  {
    path: "protection",
    label: entryTexts.protection,
    icon: "safety",
    group: "company",
    order: 4,
    applies: (me) => isAble(me, "security.manage"),
    Component: lazily(() => import("./protection/ProtectionPage.tsx").then((m) => m.ProtectionPage)),
  },
  {
    path: "recycle-bin",
    label: entryTexts.bin,
    icon: "trash",
    group: "data",
    order: 6,
    applies: (me) => isAble(me, "record.restore"),
    reads: true,
    Component: lazily(() => import("./RecycleBinPage.tsx").then((m) => m.RecycleBinPage)),
  },
  {
    path: "retention",
    label: entryTexts.retention,
    icon: "clock",
    group: "data",
    order: 7,
    applies: (me) => isAble(me, "security.manage"),
    Component: lazily(() => import("./retention/RetentionPage.tsx").then((m) => m.RetentionPage)),
  },
  {
    path: "departments",
    label: entryTexts.departments,
    icon: "apartment",
    group: "people",
    order: 1,
    applies: (me) => isAble(me, "people.manage"),
    Component: lazily(() => import("./DepartmentsPage.tsx").then((m) => m.DepartmentsPage)),
  },
  {
    path: "people",
    label: entryTexts.people,
    icon: "team",
    group: "people",
    order: 2,
    applies: (me) => isAble(me, "people.manage"),
    Component: lazily(() => import("./PeoplePage.tsx").then((m) => m.PeoplePage)),
  },
  {
    path: "roles",
    label: entryTexts.roles,
    icon: "safety",
    group: "people",
    order: 3,
    applies: (me) => isAble(me, "roles.manage"),
    Component: lazily(() => import("./RolesPage.tsx").then((m) => m.RolesPage)),
  },
  {
    path: "objects",
    label: entryTexts.objects,
    icon: "appstore",
    group: "build",
    order: 1,
    applies: (me) => isAble(me, "objects.manage"),
    Component: lazily(() => import("./ObjectsPage.tsx").then((m) => m.ObjectsPage)),
  },
  {
    path: "keys",
    label: entryTexts.keys,
    icon: "key",
    group: "data",
    order: 5,
    applies: (me) => isAble(me, "api_keys.manage"),
    Component: lazily(() => import("./KeysPage.tsx").then((m) => m.KeysPage)),
  },
  {
    path: "access",
    label: entryTexts.access,
    icon: "key",
    group: "people",
    order: 7,
    applies: (me) => isAble(me, "people.manage") && !me.viewing,
    Component: lazily(() => import("./access/AccessPage.tsx").then((m) => m.AccessPage)),
  },
  {
    path: "two-step",
    label: entryTexts.twoStep,
    icon: "lock",
    group: "mine",
    order: 8,
    applies: (me) => !me.viewing,
    Component: lazily(() => import("./security/TwoStepPage.tsx").then((m) => m.TwoStepPage)),
  },
  {
    path: "sessions",
    label: entryTexts.sessions,
    icon: "device",
    group: "mine",
    order: 9,
    applies: (me) => !me.viewing,
    Component: lazily(() => import("./SessionsPage.tsx").then((m) => m.SessionsPage)),
  },
];
export const SETTINGS_GROUPS = [
  { key: "company", label: entryTexts.groupCompany },
  { key: "people", label: entryTexts.groupPeople },
  { key: "build", label: entryTexts.groupBuild },
  { key: "data", label: entryTexts.groupData },
  { key: "mine", label: entryTexts.groupMine },
] as const;

/** The pages of the settings that this person may open. */
export const settingsOf = (modules: readonly ClientModule[], me: Me): readonly SettingsEntry[] =>
  [...OWN, ...modules.flatMap((module) => module.settings ?? [])]
    .filter((entry) => entry.applies?.(me) ?? true)
    .toSorted((one, other) => one.order - other.order);
