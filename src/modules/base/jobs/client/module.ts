import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { healthMessages } from "./health.messages.ts";
import { jobsEntryMessages } from "./entry.messages.ts";

const JobsPage = lazily(() => import("./JobsPage.tsx").then((module) => module.JobsPage));

/** The list of one's own background work, and what is not well behind the screens. */
export const jobsScreens: ClientModule = {
  name: "jobs",
  routes: [{ path: "jobs", Component: JobsPage }],
  settings: [
    {
      path: "jobs",
      label: jobsEntryMessages.title,
      description: jobsEntryMessages.about,
      icon: "clock",
      group: "mine",
      order: 6,
      Component: JobsPage,
    },
    {
      path: "health",
      label: healthMessages.title,
      icon: "warning",
      group: "data",
      order: 8,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./HealthPage.tsx").then((m) => m.HealthPage)),
    },
  ],
};
