import type { Values, WireValue } from "../../../../../shared/metadata/object.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import { asValues } from "../../shared/criterion.ts";
import type { KindOnServer } from "../gate-kinds.ts";
import { listOf, stateBefore } from "../met.ts";

/** Ticks of a checklist stand in the record's `gate_state`; those of items that are no more are dropped. */
export const ticked: KindOnServer<CriterionOf<"checklist">> = {
  meet: async (meeting, criterion, value, met) => {
    const ticks = ticksOf(criterion, value);
    if (!ticks) return null;
    const state = stateBefore(meeting, met);
    return { ...met, state: { ...state, [criterion.id]: { ...asValues(state[criterion.id]), ...ticks } } };
  },
  keep: ({ items }, { value }) => {
    const ticks = asValues(value) ?? {};
    return Object.fromEntries(items.filter((item) => ticks[item.id] === true).map((item) => [item.id, true]));
  },
};

/** `{item: true}` or a list of items. */
function ticksOf(criterion: CriterionOf<"checklist">, value: WireValue): Readonly<Values> | null {
  const listed = listOf(value);
  const ticks = listed ? Object.fromEntries(listed.map((id) => [id, true])) : asValues(value);
  if (!ticks || !Object.keys(ticks).every((id) => criterion.items.some((item) => item.id === id)))
    return null;
  return ticks;
}
