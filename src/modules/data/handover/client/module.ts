import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** Work that changes hands when a person leaves or changes place. */
export const handoverScreens: ClientModule = {
  name: "handover",
  routes: [
    {
      path: "handover/:user",
      Component: lazily(() => import("./HandoverPage.tsx").then((module) => module.HandoverPage)),
    },
  ],
};
