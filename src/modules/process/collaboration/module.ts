import type { Module } from "../../../engine/public.ts";
import { collaborationRoutes } from "./server/collaboration.routes.ts";
import { answeredNotice, handedNotice, notifyCollaborators } from "./server/notify-collaborators.react.ts";

/** Tasks for colleagues without roles: they see what is handed to them, fill it in, and it comes back. */
export const collaborationModule: Module = {
  name: "collaboration",
  routes: collaborationRoutes,
  hooks: [notifyCollaborators],
  contributes: [handedNotice, answeredNotice],
};
