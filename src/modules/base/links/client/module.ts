import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { linksScreenMessages } from "./links.messages.ts";

/** Screens of links, for people inside. */
export const linksScreens: ClientModule = {
  name: "links",
  settings: [
    {
      path: "links",
      label: linksScreenMessages.title,
      icon: "external",
      group: "mine",
      order: 10,
      applies: (me) => !me.viewing,
      Component: lazily(() => import("./LinksPage.tsx").then((module) => module.LinksPage)),
    },
  ],
};
