import type { Add } from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { revokeOf } from "./link-statements.ts";

/** Links in somebody's name end with the commit that deactivates them, and stay ended. */
export const revokeLinks: Add = {
  word: "add",
  name: "links.revoke",
  label: label("停用成员时撤回其链接", "Revokes the links of people who are deactivated"),
  applies: ({ name }) => name === "user",
  writes: [],
  run: async ({ context: { workspace }, changes }) => {
    const out = changes.filter(
      ({ before, after, deleting }) => before !== null && (deleting || partOf(user, after).active === false),
    );
    return out.length === 0
      ? {}
      : {
          ledger: [
            revokeOf(
              workspace,
              out.map(({ id }) => id),
            ),
          ],
        };
  },
};
