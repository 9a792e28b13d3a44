import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { jobsMessages } from "./jobs.messages.ts";

const JobsPage = lazily(() => import("./JobsPage.tsx").then((module) => module.JobsPage));

/** The list of one's own background work. */
export const jobsScreens: ClientModule = {
  name: "jobs",
  routes: [{ path: "jobs", Component: JobsPage }],
  settings: [
    {
      path: "jobs",
      label: jobsMessages.title,
      description: jobsMessages.about,
      icon: "clock",
      group: "mine",
      order: 6,
      Component: JobsPage,
    },
  ],
};
