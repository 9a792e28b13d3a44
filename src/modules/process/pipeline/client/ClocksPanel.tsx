import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import { call } from "../../../../ui/data/call.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Icon, type IconName } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { readClocks, type RecordClock, type RecordClocks } from "../shared/clock.contract.ts";
import type { StageClock } from "../shared/clock.contract.ts";
import { pipelineScreenMessages } from "./pipeline.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as dwellMarkStyles from "../../../../ui/kit/dwell-mark.module.css";
import * as sideCardStyles from "../../../../ui/kit/side-card.module.css";
import * as styles from "./ClocksPanel.module.css";

/** Days are counted whole: more than 43.8 is more than 43. */
const whole = (days: number): number => Math.floor(days);

/** The three clocks of an open record, what they are judged by, and what set the idle one back last. */
export function ClocksPanel({ object, record, asOf }: RecordPanelProps) {
  const { t, of } = useLanguage();
  const id = idOf(record);
  const clocks = useQuery({
    queryKey: ["record", object.name, id, "clocks", asOf],
    queryFn: ({ signal }) =>
      call(readClocks, {
        params: { object: object.name, id },
        query: asOf ? { as_of: asOf } : {},
        signal,
      }),
  }).data?.data;
  if (!clocks?.is_open) return null;
  const { dwell, idle, slip } = clocks;
  const types = idle.resets.map((type) => of(type.label, type.name)).join(t(pipelineScreenMessages.listMark));
  return (
    <section className={`${sideCardStyles.sideCard} ${styles.clocks}`}>
      <h2>{t(pipelineScreenMessages.clocks)}</h2>
      <ClockLine icon="clock" name={t(pipelineScreenMessages.clockDwell)} clock={dwell}>
        {dwell.days !== null && t(pipelineScreenMessages.clockDays, { days: dwell.days })}
      </ClockLine>
      <ClockLine icon="message" name={t(pipelineScreenMessages.clockIdle)} clock={idle}>
        {idle.days !== null && t(pipelineScreenMessages.clockDays, { days: idle.days })}
      </ClockLine>
      <LastContact idle={idle} />
      <ClockLine icon="calendar" name={t(pipelineScreenMessages.clockSlip)} clock={slip}>
        {slip.count > 0
          ? t(pipelineScreenMessages.slipTimes, { count: slip.count, days: slip.days ?? 0 })
          : t(pipelineScreenMessages.slipNone)}
      </ClockLine>
      <details className={`${base.muted} ${styles.clockDetail}`}>
        <summary>{t(pipelineScreenMessages.resetsTitle)}</summary>
        {t(pipelineScreenMessages.resets, { types })}
      </details>
    </section>
  );
}

interface ClockLineProps {
  readonly icon: IconName;
  readonly name: string;
  readonly clock: RecordClock;
  readonly children: ReactNode;
}
function ClockLine({ icon, name, clock, children }: ClockLineProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.clockLine}>
      <span className={base.line}>
        <Icon name={icon} size={14} />
        <span className={base.grow}>{name}</span>
        <span
          className={`${dwellMarkStyles.dwellMark} ${base.num}`}
          data-part="dwell-mark"
          data-level={clock.level ?? undefined}
        >
          {clock.level && <Icon name={clock.level === "red" ? "warning" : "clock"} size={12} />}
          {children}
          {clock.level && (
            <span className={base.srOnly}>
              {t(
                clock.level === "red" ? pipelineScreenMessages.level_red : pipelineScreenMessages.level_amber,
              )}
            </span>
          )}
        </span>
      </span>
      {clock.limit && <LimitLine limit={clock.limit} />}
    </div>
  );
}

const SOURCES = {
  set: pipelineScreenMessages.limit_set,
  max: pipelineScreenMessages.limit_max,
  won: pipelineScreenMessages.limit_won,
  usual: pipelineScreenMessages.limit_usual,
} as const;
function LimitLine({ limit }: { readonly limit: StageClock }) {
  const { t } = useLanguage();
  const from = t(SOURCES[limit.from], { n: limit.n });
  return (
    <span className={`${base.muted} ${styles.clockDetail}`}>
      {t(pipelineScreenMessages.limits, { amber: whole(limit.amber), red: whole(limit.red), from })}
    </span>
  );
}

function LastContact({ idle }: { readonly idle: RecordClocks["idle"] }) {
  const { t, of } = useLanguage();
  const { last, since, has_contact: hasContact, next_meeting_at: meeting, level } = idle;
  const typeOf = (name: string | null): string => {
    const type = idle.resets.find((one) => one.name === name);
    return type ? of(type.label, type.name) : (name ?? "");
  };
  return (
    <>
      <span className={styles.clockDetail}>
        {last ? (
          <Link to={recordPath("activity", last.id)}>
            {[
              t(pipelineScreenMessages.lastContact, { type: typeOf(last.type), at: timeText(last.at ?? "") }),
              last.subject,
              last.by,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Link>
        ) : (
          since && (
            <span className={base.muted}>
              {t(hasContact ? pipelineScreenMessages.hiddenContact : pipelineScreenMessages.noContact, {
                at: timeText(since),
              })}
            </span>
          )
        )}
      </span>
      {meeting && (
        <span className={`${base.muted} ${styles.clockDetail}`}>
          {t(
            level === "amber" && isEased(idle)
              ? pipelineScreenMessages.meetingAhead
              : pipelineScreenMessages.meetingLater,
            {
              at: timeText(meeting),
            },
          )}
        </span>
      )}
    </>
  );
}
const isEased = ({ days, limit }: RecordClock): boolean =>
  days !== null && limit !== null && days > limit.red;
