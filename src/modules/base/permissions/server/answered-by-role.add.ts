import { type Add, systemTable } from "../../../../engine/public.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { readRights } from "../../../../shared/rights/parse-rights.ts";

/** Whichever way a role comes to name an object, it need not be asked any more who may use it. */
export const answeredByRole: Add = {
  word: "add",
  name: "permissions.object_use",
  label: label("记录已决定谁可以使用的对象", "Remembers which objects already have their users decided"),
  applies: (object) => object.name === role.name,
  writes: [],
  run: async ({ context, changes }) => {
    const named = new Set(
      changes
        .filter(({ deleting, changed }) => !deleting && changed.has("rights"))
        .flatMap(({ after }) => Object.keys(readRights(partOf(role, after).rights).objects)),
    );
    named.delete("*");
    if (named.size === 0) return {};
    const text = `insert into ${systemTable(context.workspace, "object_use")} (object, answered_by) select name, $2::uuid from unnest($1::text[]) name on conflict do nothing`;
    return { ledger: [{ text, values: [[...named], context.principal.id] }] };
  },
};
