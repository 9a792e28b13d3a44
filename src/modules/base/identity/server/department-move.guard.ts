import type { Guard } from "../../../../engine/public.ts";
import { departmentMove } from "../../../../objects/system/department-move/department-move.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";

/** A dated move ends after it began; a main department is left by another move; what has happened stays. */
export const soundMove: Guard = {
  word: "guard",
  name: "identity.department_move",
  label: label("部门调动的日期有效", "The days of a department move make sense"),
  applies: (object) => object.name === "department_move",
  run: async ({ changes, context: { principal } }) =>
    new Map(
      principal.kind === "system"
        ? []
        : changes.map((change): [string, readonly Reason[]] => [change.id, reasonsFor(change)]),
    ),
};

function reasonsFor({ before, after, changed, deleting }: Change): readonly Reason[] {
  const { kind, first_day: from, last_day: until } = partOf(departmentMove, after);
  const was = before ? partOf(departmentMove, before).status : "planned";
  if (was !== "planned" && (deleting || changed.has("first_day") || was === "ended"))
    return [{ code: "move_done", field: "first_day", text: identityMessages.move_done }];
  if (deleting || !until) return [];
  if (kind === "main") return [{ code: "main_until", field: "last_day", text: identityMessages.main_until }];
  return from && until < from
    ? [{ code: "until_before", field: "last_day", text: identityMessages.until_before }]
    : [];
}
