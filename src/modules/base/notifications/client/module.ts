import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

export const notificationsScreens: ClientModule = {
  name: "notifications",
  topBar: [
    {
      name: "notifications",
      Component: lazily(() => import("./NotificationBell.tsx").then((module) => module.NotificationBell)),
    },
  ],
};
