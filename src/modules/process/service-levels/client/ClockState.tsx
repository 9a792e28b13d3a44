import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RecordClock } from "../shared/clocks.contract.ts";
import { clockLevel, clockText } from "./clock-words.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as dwellMarkStyles from "../../../../ui/kit/dwell-mark.module.css";

/** What is left of a limit, in the colour of its urgency. */
export function ClockState({ clock }: { readonly clock: RecordClock }) {
  const { t, of } = useLanguage();
  const level = clockLevel(clock);
  return (
    <span
      className={`${dwellMarkStyles.dwellMark} ${base.num}`}
      data-part="service-clock"
      data-level={level}
      title={of(clock.service_level.label)}
    >
      <Icon name={level === "red" ? "warning" : "clock"} size={12} />
      {clockText(clock, t)}
    </span>
  );
}
