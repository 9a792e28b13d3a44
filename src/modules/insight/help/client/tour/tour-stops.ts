import type { Label } from "../../../../../shared/i18n/label.ts";
import { tourTexts } from "./tour.messages.ts";

export type Role = "seller" | "manager" | "administrator";
export interface Stop {
  readonly name: string;
  /** Where it is shown. */
  readonly path: string;
  /** What it speaks of: the first of these that can be seen. */
  readonly at: readonly string[];
  readonly title: Label;
  readonly text: Label;
}
const ME = 'nav a[href="/me"]';
/** A place of the navigation; on a phone it stands behind “Me”. */
const place = (to: string) => [`nav a[href="${to}"]`, ME];
const t = tourTexts;
const today: Stop = { name: "today", path: "/", at: ["main h1"], title: t.today, text: t.todayText };
const help: Stop = {
  name: "help",
  path: "/",
  at: ['[data-tour="help"]', ME],
  title: t.help,
  text: t.helpText,
};
const deals: Stop = {
  name: "deals",
  path: "/records/opportunity?view=board",
  at: ["main h1", "main"],
  title: t.deals,
  text: t.dealsText,
};

/** What each role is shown: half a dozen places that are there on every screen of that role. */
export const STOPS: Readonly<Record<Role, readonly Stop[]>> = {
  seller: [
    today,
    { name: "search", path: "/", at: ['[data-tour="search"]'], title: t.search, text: t.searchText },
    { name: "create", path: "/", at: ['[data-tour="create"]'], title: t.create, text: t.createText },
    {
      name: "customers",
      path: "/",
      at: place("/records/account"),
      title: t.customers,
      text: t.customersText,
    },
    deals,
    help,
  ],
  manager: [
    { ...today, text: t.teamText },
    { name: "approvals", path: "/", at: place("/approvals"), title: t.approvals, text: t.approvalsText },
    deals,
    { name: "funnel", path: "/", at: place("/insight/funnel"), title: t.funnel, text: t.funnelText },
    { name: "movement", path: "/", at: place("/insight/movement"), title: t.movement, text: t.movementText },
    help,
  ],
  administrator: [
    { name: "settings", path: "/", at: place("/settings"), title: t.settings, text: t.settingsText },
    { name: "people", path: "/settings/people", at: ["main h2"], title: t.people, text: t.peopleText },
    { name: "stages", path: "/settings/pipelines", at: ["main h2"], title: t.stages, text: t.stagesText },
    { name: "objects", path: "/settings/objects", at: ["main h2"], title: t.objects, text: t.objectsText },
    {
      name: "import",
      path: "/settings/imports",
      at: ["main h1", "main h2"],
      title: t.bring,
      text: t.bringText,
    },
    help,
  ],
};
