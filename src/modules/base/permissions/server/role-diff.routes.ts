import { accept, getByName, refuse, serve } from "../../../../engine/public.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import { permissionScreenMessages } from "../shared/messages.ts";
import { diffRights } from "../shared/role-diff.contract.ts";
import { diffRole } from "./role-diff.ts";

const serving = { ability: "roles.manage", longest: 60_000, reads: true } as const;

export const roleDiffRoutes = [
  serve(diffRights, serving, async (context, { body: { role, rights, part } }) => {
    const known = await getByName(context, "role", role);
    if (!known.ok) return known;
    const parsed = parseRights(rights);
    if (!parsed.ok) {
      const { reasons } = parsed;
      return refuse({ status: 422, code: "invalid", text: permissionScreenMessages.bad_rights, reasons });
    }
    return accept({ data: await diffRole(context, role, parsed.rights, part) });
  }),
];
