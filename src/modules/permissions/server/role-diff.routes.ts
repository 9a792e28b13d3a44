import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { Route } from "../../../engine/api/route.ts";
import { getByName } from "../../../engine/query/object-of.ts";
import { accept, refuse } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { parseRights } from "../../identity/server/public.ts";
import { permissionTexts } from "../shared/messages.ts";
import { diffRole } from "./role-diff.ts";

const Body = Type.Object(
  {
    role: Type.String({ maxLength: 36 }),
    rights: Type.Unknown(),
    part: Type.Optional(Type.Union([Type.Literal("named"), Type.Literal("all")])),
  },
  { additionalProperties: false },
);

export const roleDiffRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/permissions/diff",
    longest: 60_000,
    tag: "permissions",
    summary: label(
      "角色权限改动的影响：谁多看到或少看到什么",
      "What a change of a role’s rights would mean: who gains and loses what",
    ),
    ability: "roles.manage",
    reads: true,
    body: Body,
    run: async (context, { body }) => {
      const { role, rights, part } = Value.Decode(Body, body);
      const known = await getByName(context, "role", role);
      if (!known.ok) return known;
      const parsed = parseRights(rights);
      if (!parsed.ok)
        return refuse({
          status: 422,
          code: "invalid",
          text: permissionTexts.bad_rights,
          reasons: parsed.reasons,
        });
      return accept({ data: await diffRole(context, role, parsed.rights, part) });
    },
  },
];
