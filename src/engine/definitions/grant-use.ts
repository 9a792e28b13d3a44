import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { hasAbility } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { tableOf } from "../schema/names.ts";
import { label } from "../../shared/i18n/label.ts";
import { definitionMessages } from "./messages.ts";
import { compose } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const NO_ROLE = label("没有名为“{name}”的角色。", "There is no role called “{name}”.");
const NOTHING = { create: false, read: "none", update: "none", delete: "none" };

/**
 * Who may use a new object: roles by name or id, each with what it grants. Written with the object, all or
 * nothing.
 */
export async function grantUse(
  context: Context,
  object: string,
  rights: WireValue | undefined,
): Promise<Result<readonly Operation[]>> {
  if (!isMap(rights) || Object.keys(rights).length === 0) return accept([]);
  if (!hasAbility(context, "roles.manage"))
    return refuse({ status: 403, code: "needs_roles", text: definitionMessages.needs_roles });
  const rows = await context.db.query<{ id: string; name: string; version: number; rights: Values }>({
    text: `select id, name, version, rights from ${tableOf(context.workspace, "role")} where (name = any($1::text[]) or id::text = any($1::text[])) and deleted_at is null`,
    values: [Object.keys(rights)],
  });
  const operations: Operation[] = [];
  for (const [key, given] of Object.entries(rights)) {
    const role = rows.find((one) => one.name === key || one.id === key);
    if (!role) {
      const text = compose(NO_ROLE, { name: key.slice(0, 60) });
      return refuse({
        status: 422,
        code: "unknown_role",
        text,
        reasons: [{ code: "unknown_role", field: `rights.${key.slice(0, 60)}`, text }],
      });
    }
    const objects = isMap(role.rights["objects"]) ? role.rights["objects"] : {};
    const granted = {
      ...role.rights,
      objects: { ...objects, [object]: { ...NOTHING, ...(isMap(given) ? given : {}) } },
    };
    operations.push({
      op: "update",
      object: "role",
      id: role.id,
      ifVersion: role.version,
      values: { rights: granted },
    });
  }
  return accept(operations);
}
