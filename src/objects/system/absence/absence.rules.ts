import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive, rule } from "../../../shared/metadata/object-rules.ts";
import { absence } from "./absence.object.ts";

export const absenceHooks: readonly ObjectHook[] = [
  derive(absence, {
    name: "is_the_persons",
    writes: ["user", "owner"],
    run: ({ after, actor }) => {
      const user = after.user ?? after.owner ?? actor;
      return { user, owner: user };
    },
  }),
  rule(absence, {
    name: "ends_after_it_begins",
    run: ({ after, deleting }) =>
      !deleting && after.from && after.until && Date.parse(after.until) <= Date.parse(after.from)
        ? [
            {
              code: "ends_before",
              field: "until",
              text: label("结束时间必须晚于开始时间", "An absence ends after it begins"),
            },
          ]
        : [],
  }),
];
