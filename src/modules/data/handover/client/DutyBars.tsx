import { Bars } from "../../../../ui/charts/Bars.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { DutyCount } from "../shared/handover.contract.ts";
import { useDutyName } from "./duty-name.ts";
import { handoverMessages } from "./handover.messages.ts";

/** Of what there is how much to hand over, the most first. */
export function DutyBars({ duties }: { readonly duties: readonly DutyCount[] }) {
  const { t } = useLanguage();
  const nameOf = useDutyName();
  const shown = duties.filter(({ open }) => open > 0).toSorted((a, b) => b.open - a.open);
  if (shown.length === 0) return null;
  return (
    <Bars
      label={t(handoverMessages.open)}
      bars={shown.map((duty) => ({
        key: `${duty.object}.${duty.field}`,
        name: nameOf(duty),
        value: duty.open,
        figure: duty.open.toLocaleString(),
      }))}
    />
  );
}
