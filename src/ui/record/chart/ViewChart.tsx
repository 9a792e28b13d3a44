import { useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import { BarsLoading } from "../../charts/BarsLoading.tsx";
import { reachOf } from "../../charts/bars.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { moneyOf } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { Failure } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { useExpressionText } from "../condition/use-expression-text.ts";
import type { Grouping } from "../group/grouping.ts";
import { type Group, useGroups } from "../group/use-groups.ts";
import { ListEmpty } from "../list/ListEmpty.tsx";
import type { ListPageTools } from "../list/use-list-page.ts";
import { whyEmpty } from "../list/why-empty.ts";
import { withQuick } from "../quick/quick-condition.ts";
import { chartGrouping, chartRows, isOfSeveral, lengthOf, measureOf, sumOf } from "./chart-rows.ts";
import { chartMessages } from "./chart.messages.ts";
import { MeasureSwitch } from "./MeasureSwitch.tsx";
import * as styles from "./ViewChart.module.css";

/** So many bars are read at a glance. */
const BARS = 40;

/** A list as bars: how many records, or what they come to, by what it is grouped by; each leads to its records. */
export function ViewChart({ page }: { readonly page: ListPageTools }) {
  const { object, filter, state, asOf, change } = page;
  const { t, of } = useLanguage();
  const grouping = useMemo(() => page.grouping ?? chartGrouping(object), [page.grouping, object]);
  const measure = measureOf(object, page.measure);
  const summed = useMemo(() => (measure ? [measure.name] : []), [measure]);
  const { groups, total, counted } = useGroups(object, grouping, {
    filter,
    search: state.search,
    asOf,
    summed,
  });
  const toOf = useWayTo(page);
  if (counted.isError) return <Failure error={counted.error} onRetry={() => void counted.refetch()} />;
  if (!grouping || total === 0)
    return <ListEmpty object={object} change={change} because={whyEmpty(page)} onReset={page.reset} />;
  return (
    <div className={styles.chart} data-part="view-chart">
      <div className={styles.head}>
        <Told groups={groups} total={total} measure={measure} />
        <MeasureSwitch object={object} measure={measure} onMeasure={(next) => change({ measure: next })} />
      </div>
      <h2 className={styles.by}>
        {t(chartMessages.by, { field: of(grouping.field.label, grouping.field.name) })}
      </h2>
      {groups ? (
        <Bars groups={groups} grouping={grouping} measure={measure} toOf={toOf} />
      ) : (
        <BarsLoading rows={6} />
      )}
    </div>
  );
}

/** The records of a group as a list: with everything that narrows the chart, and the group's own condition. */
function useWayTo({ object, state }: ListPageTools): (group: Group) => string {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const { options } = useExpressionText(object);
  return (group) => {
    const next = new URLSearchParams(params);
    next.delete("group");
    next.delete("measure");
    next.set("view", "list");
    next.set("filter", withQuick(state.filter, "", group.filter, options));
    return `${pathname}?${next.toString()}`;
  };
}

interface ToldProps {
  readonly groups: readonly Group[] | undefined;
  readonly total: number | undefined;
  readonly measure: FieldInfo | null;
}
/** The answer in one sentence. */
function Told({ groups, total, measure }: ToldProps) {
  const { t, of, language } = useLanguage();
  if (total === undefined) return <p className={styles.told}>{"\u00a0"}</p>;
  const count = groupDigits(String(total));
  const sum = measure && groups ? sumOf(groups, measure) : null;
  return (
    <p className={styles.told}>
      {sum
        ? t(chartMessages.toldSum, {
            count,
            field: of(measure?.label),
            sum: shortMoney(sum.amount, sum.currency, language),
          })
        : t(chartMessages.told, { count })}
    </p>
  );
}

interface BarsProps {
  readonly groups: readonly Group[];
  readonly grouping: Grouping;
  readonly measure: FieldInfo | null;
  readonly toOf: (group: Group) => string;
}
function Bars({ groups, grouping, measure, toOf }: BarsProps) {
  const { t, of, language } = useLanguage();
  const { currency } = useMe().company;
  const narrow = useIsNarrow();
  const shown = drawn(groups, measure);
  const moneyIn = (group: Group) => moneyOf(group.sums.get(measure?.name ?? "")) ?? { amount: "0", currency };
  const figureOf = (group: Group): string => {
    const money = moneyIn(group);
    return measure ? shortMoney(money.amount, money.currency, language) : groupDigits(String(group.count));
  };
  /** In short, as it stands at the bar, and in full. */
  const saidOf = (group: Group): string =>
    [...new Set([figureOf(group), moneyText(moneyIn(group), language)])].join(" · ");
  const rows = chartRows(shown, measure, {
    toOf,
    figureOf,
    factsOf: (group) => [
      [t(chartMessages.records), groupDigits(String(group.count))],
      ...(measure ? ([[of(measure.label), saidOf(group)]] as const) : []),
    ],
  });
  const label = t(chartMessages.by, { field: of(grouping.field.label, grouping.field.name) });
  return (
    <>
      <BarChart label={label} rows={rows} max={reachOf(rows)} names={narrow ? 92 : 160} figures={84} />
      {measure && isOfSeveral(groups, measure) && <p className={styles.rest}>{t(chartMessages.mixed)}</p>}
      {shown.length < groups.length && (
        <p className={styles.rest}>{t(chartMessages.rest, { count: groups.length - shown.length })}</p>
      )}
    </>
  );
}

/** Of very many groups the largest, in the order of the groups. */
function drawn(groups: readonly Group[], measure: FieldInfo | null): readonly Group[] {
  if (groups.length <= BARS) return groups;
  const largest = new Set(
    groups.toSorted((one, other) => lengthOf(other, measure) - lengthOf(one, measure)).slice(0, BARS),
  );
  return groups.filter((group) => largest.has(group));
}
