import { isAble } from "../../../../ui/data/session.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { permissionMessages } from "./permissions.messages.ts";

/** Why somebody sees something, and who sees it. */
export const permissionsScreens: ClientModule = {
  name: "permissions",
  settings: [
    {
      path: "permissions",
      label: permissionMessages.check,
      icon: "eye",
      group: "people",
      order: 4,
      applies: (me) => isAble(me, "permissions.explain"),
      reads: true,
      Component: lazily(() => import("./PermissionsPage.tsx").then((module) => module.PermissionsPage)),
    },
  ],
  recordActions: [
    {
      name: "readers",
      label: permissionMessages.readers,
      icon: "team",
      applies: (_object, me) => isAble(me, "permissions.explain"),
      to: (object, id) => `/settings/permissions/readers?object=${object.name}&record=${id}`,
    },
  ],
};
