import { label } from "../../../shared/i18n/label.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import type { Guard } from "../../../engine/hooks.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { parseRights } from "../shared/parse-rights.ts";
import { whyNotGrant } from "./may-grant.ts";

/** Nobody gives or takes a role that reaches further than their own rights. */
export const grantRole: Guard = {
  word: "guard",
  name: "identity.grant_role",
  label: label("不能授予超出自身的角色", "Grant no more than one has"),
  applies: (object) => object.name === "user_role",
  run: async ({ tx, context: { principal, workspace }, changes }) => {
    if (principal.kind === "system") return new Map();
    const ids = changes.map(({ after, before }) => (before ?? after)["role"]);
    const rows = await tx.query<{ id: string; rights: unknown }>({
      text: `select id, rights from ${tableOf(workspace, "role")} where id = any($1::uuid[])`,
      values: [ids],
    });
    const rights = new Map(rows.map((row) => [row.id, parseRights(row.rights)]));
    return new Map(
      changes.map(({ id, after, before }): [string, readonly Reason[]] => {
        const role = rights.get(String((before ?? after)["role"]));
        return [id, role?.ok ? whyNotGrant(principal, [role.rights], "role") : []];
      }),
    );
  },
};
