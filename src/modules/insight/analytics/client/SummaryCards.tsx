import type { ReactNode } from "react";
import { Link } from "react-router";
import { StaleWhileLoading } from "../../../../ui/kit/StaleWhileLoading.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { WinRateGroup } from "../shared/insight.contract.ts";
import type { CycleGroup } from "../shared/durations.contract.ts";
import type { DurationUnit } from "../shared/insight-body.contract.ts";
import { Definition } from "./Definition.tsx";
import { Figure } from "./Figure.tsx";
import { countText, daysText, exactText, percentText, sumText } from "./figures.ts";
import { type InsightQuery, listOf, useInsight } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./SummaryCards.module.css";

function Card({
  title,
  metric,
  value,
  children,
}: {
  readonly title: string;
  readonly metric: string;
  readonly value: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className={`${base.card} ${styles.insightCard}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Definition metric={metric} />
      </header>
      <div className={`${styles.insightValue} ${base.num}`} data-part="insight-value">
        {value}
      </div>
      <div className={`${styles.insightUnder} ${base.num}`} data-part="insight-under">
        {children}
      </div>
    </section>
  );
}

/** Win rate, won value, cycle and what is still open. */
export function SummaryCards({ query, unit }: { readonly query: InsightQuery; readonly unit: DurationUnit }) {
  const wins = useInsight("win_rate", query);
  const cycle = useInsight("cycle", { ...query, unit });
  return (
    <div className={styles.insightCards}>
      <StaleWhileLoading busy={wins.isPlaceholderData}>
        <WinCards total={wins.data?.total} />
      </StaleWhileLoading>
      <StaleWhileLoading busy={cycle.isPlaceholderData}>
        <CycleCards cycle={cycle.data?.groups[0]} unit={unit} isCohort={query.mode === "cohort"} />
      </StaleWhileLoading>
    </div>
  );
}

function WinCards({ total }: { readonly total: WinRateGroup | undefined }) {
  const { t, language } = useLanguage();
  const rate = total ? (
    <Figure value={total.n} records={total.records}>
      {percentText(total.rate)}
    </Figure>
  ) : (
    "—"
  );
  const amount = total ? (
    <Figure value={total.won} records={total.won_records}>
      <span title={exactText(total.won_amount, language)}>
        {total.won === 0 ? "—" : sumText(total.won_amount, language)}
      </span>
    </Figure>
  ) : (
    "—"
  );
  return (
    <>
      <Card title={t(insightScreenMessages.winRate)} metric="win_rate" value={rate}>
        {total && (
          <>
            <Link
              to={listOf(total.won_records)}
            >{`${t(insightScreenMessages.won)} ${countText(total.won)}`}</Link>
            {" · "}
            <Link
              to={listOf(total.lost_records)}
            >{`${t(insightScreenMessages.lost)} ${countText(total.lost)}`}</Link>
          </>
        )}
      </Card>
      <Card title={t(insightScreenMessages.wonAmount)} metric="win_rate" value={amount}>
        {total && t(insightScreenMessages.wonAmountNote, { count: countText(total.won) })}
      </Card>
    </>
  );
}

function CycleCards({
  cycle,
  unit,
  isCohort,
}: {
  readonly cycle: CycleGroup | undefined;
  readonly unit: DurationUnit;
  readonly isCohort: boolean;
}) {
  const { t } = useLanguage();
  const median = cycle?.kaplan_meier_median ?? null;
  const days = cycle?.mean
    ? t(unit === "working_days" ? insightScreenMessages.workdays : insightScreenMessages.days, {
        days: daysText(cycle.mean),
      })
    : "—";
  const mean = cycle ? (
    <Figure value={cycle.n} records={cycle.records}>
      {days}
    </Figure>
  ) : (
    "—"
  );
  return (
    <>
      <Card title={t(insightScreenMessages.cycle)} metric="cycle" value={mean}>
        {cycle &&
          t(insightScreenMessages.cycleNote, {
            median: daysText(cycle.median),
            p90: daysText(cycle.p90),
            n: countText(cycle.n),
          })}
        {cycle && isCohort && (
          <div>
            {median === null
              ? t(insightScreenMessages.kaplanMeierNone)
              : t(insightScreenMessages.kaplanMeier, {
                  days: t(insightScreenMessages.days, { days: String(median) }),
                })}
          </div>
        )}
      </Card>
      <Card
        title={t(insightScreenMessages.open)}
        metric="cycle"
        value={cycle ? <Figure value={cycle.open} records={cycle.open_records} /> : "—"}
      >
        {t(insightScreenMessages.openNote)}
      </Card>
    </>
  );
}
