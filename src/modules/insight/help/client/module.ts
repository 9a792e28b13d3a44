import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** First steps on the home page, the guide, and a tour. */
export const helpScreens: ClientModule = {
  name: "help",
  homePanels: [
    {
      name: "first-steps",
      order: 0,
      Component: lazily(() => import("./steps/FirstSteps.tsx").then((m) => m.FirstSteps)),
    },
  ],
};
