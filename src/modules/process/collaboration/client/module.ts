import type { ClientModule } from "../../../../ui/client-module.ts";
import { can } from "../../../../ui/data/objects.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";

const HAS_TASKS = ["account", "contact", "lead"];

/** Work handed to colleagues without roles, as whoever hands it over sees it. */
export const collaborationScreens: ClientModule = {
  name: "collaboration",
  recordActions: [
    {
      name: "hand-over",
      label: collaborationScreenMessages.handOver,
      icon: "share",
      applies: (object, me) =>
        !me.viewing &&
        (HAS_TASKS.includes(object.name) || object.fields.some(({ kind }) => kind === "stage")),
      Dialog: lazily(() => import("./HandOverDialog.tsx").then((module) => module.HandOverDialog)),
    },
    {
      name: "take-back",
      label: collaborationScreenMessages.takeBack,
      icon: "left",
      applies: (object, me) => !me.viewing && object.name === "task" && can(object, "update"),
      Dialog: lazily(() => import("./TakeBackDialog.tsx").then((module) => module.TakeBackDialog)),
    },
  ],
};
