import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { mailMessages, messagesScreenMessages } from "./messages.messages.ts";
import { robotsMessages } from "./robots.messages.ts";

/** What goes out to people, and by which server. */
export const messagesScreens: ClientModule = {
  name: "messages",
  pageParts: [
    {
      place: "settings.notifications",
      name: "ways",
      order: 10,
      Component: lazily(() => import("./PreferencesPart.tsx").then((m) => m.PreferencesPart)),
    },
  ],
  settings: [
    {
      path: "mail",
      label: mailMessages.title,
      icon: "mail",
      group: "company",
      order: 5,
      applies: (me) => isAble(me, "settings.manage") && !me.viewing,
      Component: lazily(() => import("./MailPage.tsx").then((m) => m.MailPage)),
    },
    {
      path: "messages",
      label: messagesScreenMessages.title,
      icon: "message",
      group: "company",
      order: 6,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./MessagesPage.tsx").then((m) => m.MessagesPage)),
    },
    {
      path: "robots",
      label: robotsMessages.title,
      icon: "message",
      group: "company",
      order: 7,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./RobotsPage.tsx").then((m) => m.RobotsPage)),
    },
  ],
};
