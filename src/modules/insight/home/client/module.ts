import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** What a person sees first: their tasks of today and their deals. */
export const homeScreens: ClientModule = {
  name: "home",
  routes: [{ path: "", Component: lazily(() => import("./HomePage.tsx").then((m) => m.HomePage)) }],
};
