import { type Guard, hasAbility, objectRights } from "../../../../engine/public.ts";
import { absence } from "../../../../objects/system/absence/absence.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

/** Where somebody is away their time limits stand still, so colleagues do not enter it for one another. */
export const absencesOfOthers: Guard = {
  word: "guard",
  name: "calendar.own_absence",
  label: label("请假由本人或其上级登记", "Absences are entered by the person or by those above them"),
  applies: (object) => object.name === absence.name,
  run: async ({ context, object, changes }) => {
    const { principal } = context;
    const mayForOthers =
      principal.kind === "system" ||
      hasAbility(context, "people.manage") ||
      !["none", "own"].includes(objectRights(context, object).update);
    if (mayForOthers) return new Map();
    return new Map(
      changes
        .filter(({ after }) => partOf(absence, after).user !== principal.id)
        .map((change): [string, readonly Reason[]] => [
          change.id,
          [{ code: "not_yours", field: "user", text: NOT_YOURS }],
        ]),
    );
  },
};
const NOT_YOURS = label("只能登记自己的请假", "You can only enter absences of your own");
