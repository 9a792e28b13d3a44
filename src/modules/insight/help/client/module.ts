import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

const GuidePage = lazily(() => import("./guide/GuidePage.tsx").then((m) => m.GuidePage));

/** First steps on the home page, the guide, and a tour. */
export const helpScreens: ClientModule = {
  name: "help",
  routes: [
    { path: "guide", Component: GuidePage },
    { path: "guide/:page", Component: GuidePage },
  ],
  homePanels: [
    {
      name: "first-steps",
      order: 0,
      Component: lazily(() => import("./steps/FirstSteps.tsx").then((m) => m.FirstSteps)),
    },
  ],
};
