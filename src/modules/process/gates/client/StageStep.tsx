import { useState } from "react";
import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { canStandStill, dwellLevel, type DwellNorm, type Stage } from "../../pipeline/shared/public.ts";
import { daysText, dwellNormLines, levelIcon, visitLine, DwellLines } from "../../pipeline/client/public.ts";
import type { Transition } from "../shared/moves.contract.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import type { StageVisits } from "./stage-visits.ts";
import * as styles from "./StageBar.module.css";
import * as base from "../../../../ui/kit/base.module.css";

export interface StageStepProps {
  readonly stage: Stage;
  /** Where the record stands. */
  readonly current: Stage | undefined;
  readonly gate: Transition | undefined;
  readonly stays: StageVisits | undefined;
  readonly norm: DwellNorm | undefined;
  readonly locked: boolean;
  /** A move into it waits for a consent. */
  readonly waiting: boolean;
  readonly onMove: () => void;
}

/**
 * One stage of the bar. A shut one says why on hover; every visited one how long, and the current one warns
 * when that is unusual.
 */
export function StageStep({ stage, current, gate, stays, norm, locked, waiting, onMove }: StageStepProps) {
  const { t, of } = useLanguage();
  const isCurrent = stage === current;
  const why = gate && !isCurrent && !gate.allowed ? gate.unmet.map((item) => item.message) : [];
  const dwell = useDwell(stage, isCurrent ? stays?.current : undefined, norm, stays);
  const isPassed = current?.type === "open" ? stage.order < current.order : stays !== undefined;
  const lines = [...why, ...dwell.lines];
  const [isTold, setTold] = useState(false);
  // The hint would stand above the dialog that a click or a touch opens.
  const [isPressed, setPressed] = useState(false);
  const press = (): void => {
    setPressed(true);
    onMove();
  };
  return (
    <Tooltip
      open={isTold && !isPressed && lines.length > 0}
      onOpenChange={setTold}
      title={lines.length > 0 ? <DwellLines lines={lines} /> : ""}
    >
      <span role="listitem" className={styles.place} onMouseEnter={() => setPressed(false)}>
        <button
          type="button"
          className={styles.step}
          data-state={isCurrent ? "current" : isPassed ? "passed" : "ahead"}
          data-waiting={waiting || undefined}
          aria-current={isCurrent ? "step" : undefined}
          aria-description={lines.join(" ") || undefined}
          disabled={isCurrent || locked}
          onClick={press}
        >
          <span className={styles.name}>
            {isPassed && <Icon name="check" size={11} />}
            <span className={base.clip}>{of(stage.label, stage.name)}</span>
          </span>
          {stays && (
            <span className={styles.dwell} data-level={dwell.level.level}>
              {dwell.level.level !== "fine" && <Icon name={levelIcon(dwell.level)} size={11} />}
              {daysText(t, stays.total.workingDays)}
            </span>
          )}
        </button>
      </span>
    </Tooltip>
  );
}

const FINE = { level: "fine", cause: null } as const;
/** How the current stay compares, and what to say about all of them. */
function useDwell(
  stage: Stage,
  current: StageVisits["current"] | undefined,
  norm: DwellNorm | undefined,
  stays: StageVisits | undefined,
) {
  const { t } = useLanguage();
  const judged = canStandStill(stage) && current;
  const level = judged
    ? dwellLevel(current.workingDays, norm?.working_days, stage.max_dwell, stage.clocks?.dwell)
    : FINE;
  if (!stays) return { level, lines: [] };
  const total = { count: stays.count, days: stays.total.workingDays, calendar: stays.total.calendarDays };
  const lines = [
    ...(current ? [visitLine(t, current)] : []),
    ...(stays.count > 1
      ? [t(gateScreenMessages.dwellTotal, total)]
      : current
        ? []
        : [t(gateScreenMessages.dwellOnce, total)]),
    ...(canStandStill(stage) ? dwellNormLines(t, norm, level) : []),
  ];
  return { level, lines };
}
