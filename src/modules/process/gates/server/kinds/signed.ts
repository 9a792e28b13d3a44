import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import type { KindOnServer } from "../gate-kinds.ts";
import { isSame, stateBefore } from "../met.ts";

/** A sign-off: whoever gives it is written by the server, or taken from the consent. */
export const signed: KindOnServer<CriterionOf<"approval">> = {
  meet: async (meeting, { id }, value, met) =>
    value === null ? null : { ...met, state: { ...stateBefore(meeting, met), [id]: value } },
  keep: (criterion, { value, before, change, now, granted }) => {
    const { by } = granted.consents?.get(criterion.id) ?? { by: change.actor };
    return isSame(value, before) ? value : { by, at: now, role: criterion.approval };
  },
};
