import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Money } from "../../../../shared/metadata/object.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { moneyText, shortMoney } from "../../../../ui/kit/money-text.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import type { HomeScope, HomeTileProps } from "../../../../ui/slots/home-tiles.ts";
import { DEAL_FILTERS } from "../shared/deal-filters.ts";
import type { Figure, HomeDeals } from "../shared/home.contract.ts";
import { homeMessages } from "./home.messages.ts";
import { against, gapOf } from "./money-words.ts";
import { recordsPath } from "./records-path.ts";
import { useHomeDeals } from "./use-home-deals.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./MoneyStrip.module.css";

/** What this month has brought, what it is as good as certain to bring, and what is missing to the last one. */
export function MoneyStrip({ scope }: HomeTileProps) {
  const { t } = useLanguage();
  const deals = useHomeDeals(scope);
  return (
    <section className={`${base.card} ${styles.strip}`} aria-label={t(homeMessages.money)}>
      {deals.isPending && <Hold />}
      <QueryResult query={deals} small rows={3}>
        {(figures) => <Figures figures={figures} scope={scope} />}
      </QueryResult>
    </section>
  );
}

function Figures({ figures, scope }: { readonly figures: HomeDeals; readonly scope: HomeScope }) {
  const { t } = useLanguage();
  const pathTo = (filter: string) => recordsPath(opportunity.name, scope, filter);
  const gap = gapOf(figures);
  const isPassed = gap !== null && Number(gap.amount) <= 0;
  return (
    <>
      <MoneyFigure
        label={t(homeMessages.won)}
        hint={t(homeMessages.wonHint)}
        to={pathTo(DEAL_FILTERS.won)}
        figure={figures.won}
        note={<Change figures={figures} />}
      />
      <MoneyFigure
        label={t(homeMessages.commit)}
        hint={t(homeMessages.commitHint)}
        to={pathTo(DEAL_FILTERS.commit)}
        figure={figures.commit}
        note={t(homeMessages.dealCount, { count: figures.commit.count })}
      />
      <MoneyFigure
        label={t(isPassed ? homeMessages.passed : homeMessages.gap)}
        hint={t(homeMessages.gapHint)}
        to={pathTo(DEAL_FILTERS.wonLastMonth)}
        figure={gap ? { count: 0, sum: { ...gap, amount: gap.amount.replace("-", "") } } : null}
        note={<LastMonth figure={figures.won_last_month} />}
      />
    </>
  );
}

interface MoneyFigureProps {
  readonly label: string;
  /** What it counts. */
  readonly hint: string;
  /** The records it is made of. */
  readonly to: string;
  /** Null: there is none. */
  readonly figure: Figure | null;
  readonly note: ReactNode;
}
/** One figure with what it is made of; without a right to amounts the number of deals. */
function MoneyFigure({ label, hint, to, figure, note }: MoneyFigureProps) {
  const { t } = useLanguage();
  return (
    <Link className={styles.figure} to={to} title={hint}>
      <span className={styles.label}>{label}</span>
      <span className={`${base.num} ${styles.amount}`}>
        {figure === null ? (
          "—"
        ) : figure.sum ? (
          <ShortMoney money={figure.sum} />
        ) : (
          t(homeMessages.dealCount, { count: figure.count })
        )}
      </span>
      <span className={styles.note}>{note}</span>
    </Link>
  );
}

/** Short, and in full for who points at it or hears it. */
function ShortMoney({ money }: { readonly money: Money }) {
  const { language } = useLanguage();
  const full = moneyText(money, language);
  return <span title={full}>{shortMoney(money.amount, money.currency, language)}</span>;
}

/** What the same days of last month had brought. */
function Change({ figures }: { readonly figures: HomeDeals }) {
  const { t } = useLanguage();
  const change = against(figures.won.sum, figures.won_same_day.sum);
  if (!change) return t(homeMessages.dealCount, { count: figures.won.count });
  if (change.percent === null) return t(homeMessages.sameDayNone);
  const words = {
    up: homeMessages.sameDayUp,
    down: homeMessages.sameDayDown,
    same: homeMessages.sameDaySame,
  };
  return (
    <span data-way={change.way} className={styles.change}>
      {t(words[change.way], { percent: change.percent })}
    </span>
  );
}

/** What is to be reached: all of last month. */
function LastMonth({ figure: { count, sum } }: { readonly figure: Figure }) {
  const { t, language } = useLanguage();
  if (count === 0) return t(homeMessages.lastMonthNone);
  const amount = sum ? shortMoney(sum.amount, sum.currency, language) : t(homeMessages.dealCount, { count });
  return t(homeMessages.lastMonth, { amount });
}
