import { isAble } from "../../../../ui/data/session.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { startViewing } from "./permission-data.ts";
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
  personActions: [
    {
      name: "explain",
      label: permissionMessages.check,
      icon: "eye",
      order: 1,
      applies: (me) => isAble(me, "permissions.explain"),
      to: (id) => `/settings/permissions?user=${id}`,
    },
    {
      name: "view",
      label: permissionMessages.viewAs,
      icon: "user",
      order: 2,
      applies: (me, { id, isActive }) => isAble(me, "permissions.view_as") && isActive && id !== me.user.id,
      run: (id) => startViewing({ user: id }),
    },
  ],
  roleActions: [
    {
      name: "view-as-role",
      Component: lazily(() => import("./ViewAsRole.tsx").then((module) => module.ViewAsRole)),
    },
  ],
  roleReview: lazily(() => import("./RoleDiffDialog.tsx").then((module) => module.RoleDiffDialog)),
  pageParts: ["settings.roles", "settings.objects"].map((place) => ({
    place,
    name: "new-objects",
    order: 10,
    Component: lazily(() => import("./NewObjects.tsx").then((module) => module.NewObjects)),
  })),
  recordActions: [
    {
      name: "readers",
      label: permissionMessages.readers,
      icon: "team",
      applies: (_object, me) => isAble(me, "permissions.explain"),
      to: (object, id) => `/settings/permissions/readers?object=${object.name}&record=${id}`,
    },
    {
      name: "explain",
      label: permissionMessages.check,
      icon: "eye",
      applies: (_object, me) => isAble(me, "permissions.explain"),
      to: (object, id) => `/settings/permissions?object=${object.name}&record=${id}`,
    },
  ],
};
