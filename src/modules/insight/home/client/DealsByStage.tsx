import Big from "big.js";
import { Link } from "react-router";
import { type AggregateGroup, useAggregate } from "../../../../ui/data/aggregates.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { findStage, usePipelines } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { moneyOf, textValue } from "../../../../ui/data/values.ts";
import { stageColor } from "../../../../ui/kit/colors.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { homeMessages } from "./home.messages.ts";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { both } from "../../../../ui/record/list/scenes.ts";
import { StageBar, type StageRow } from "./StageBar.tsx";
import type { HomeScope } from "../../../../ui/slots/home-tiles.ts";
import { OPEN_DEALS } from "./use-home-scope.ts";
import type { Money, WireValue } from "../../../../shared/metadata/object.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";
import * as styles from "./DealsByStage.module.css";

/** A sum as the server gives it: of one currency in that one, else in the company's. */
const sumOf = (value: WireValue | undefined, company: string): Money => {
  const money = moneyOf(value);
  return { amount: money?.amount ?? (textValue(value) || "0"), currency: money?.currency || company };
};

/** Groups by stage as rows, in the order of the stages. */
const rowsOf = (
  groups: readonly AggregateGroup[],
  placeOf: (stage: string) => number,
  company: string,
): readonly StageRow[] =>
  groups
    .map((group) => ({
      name: textValue(partOf(opportunity, group.key).stage),
      count: Number(textValue(group.values[0])),
      sum: sumOf(group.values[1], company),
    }))
    .toSorted((one, other) => placeOf(one.name) - placeOf(other.name));

/** What all of them are worth. Stages in several currencies are not added here: the server has the rates. */
function useTotal(rows: readonly StageRow[], filter: string): Money | null {
  const company = useMe().company.currency;
  const [first] = rows;
  const isMixed = rows.some(({ sum }) => sum.currency !== first?.sum.currency);
  const whole = useAggregate("opportunity", { filter, measures: [{ fn: "sum", field: "amount" }] }, isMixed);
  if (!first) return null;
  if (isMixed) return whole.data?.[0] ? sumOf(whole.data[0].values[0], company) : null;
  const amount = rows.reduce((total, { sum }) => total.plus(sum.amount), new Big(0)).toFixed();
  return { amount, currency: first.sum.currency };
}

/** How many open deals stand in each stage, and what they are worth; each leads to its records. */
export function DealsByStage({ object, scope }: { readonly object: ObjectInfo; readonly scope: HomeScope }) {
  const { t, of, language } = useLanguage();
  const me = useMe();
  const pipelines = usePipelines("opportunity");
  const filter = both(scope.filter, OPEN_DEALS);
  const answer = useAggregate("opportunity", {
    filter,
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  const stages = pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => stage.type === "open");
  const placeOf = (name: string) => stages.findIndex((stage) => stage.name === name);
  const rows = rowsOf(answer.data ?? [], placeOf, me.company.currency);
  const most = Math.max(1, ...rows.map((row) => row.count));
  const total = useTotal(rows, filter);
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const board = (
    <Link className={quietButtonStyles.ghost} to={`/records/opportunity?scene=${scope.whose}&view=board`}>
      <Icon name="board" />
      {t(homeMessages.board)}
    </Link>
  );
  return (
    <HomePanel
      title={t(scope.whose === "mine" ? homeMessages.deals : homeMessages.dealsOfAll)}
      note={
        count > 0
          ? t(homeMessages.dealsTotal, {
              count,
              amount: total ? shortMoney(total.amount, total.currency, language) : "…",
            })
          : undefined
      }
      action={board}
    >
      <QueryResult query={answer} small rows={4}>
        {() =>
          rows.length === 0 ? (
            <NoDeals object={object} mine={scope.whose === "mine"} />
          ) : (
            <ul className={styles.homeBars}>
              {rows.map((row) => (
                <li key={row.name}>
                  <StageBar
                    row={row}
                    scene={scope.whose}
                    label={of(findStage(pipelines, row.name)?.label, row.name)}
                    color={stageColor("open", placeOf(row.name), stages.length)}
                    share={row.count / most}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </QueryResult>
    </HomePanel>
  );
}

function NoDeals({ object, mine }: { readonly object: ObjectInfo; readonly mine: boolean }) {
  const { t } = useLanguage();
  return (
    <Empty
      small
      icon="fund"
      title={t(mine ? homeMessages.noDeals : homeMessages.noDealsOfAll)}
      detail={t(homeMessages.noDealsDetail)}
    >
      {can(object, "create") && (
        <Link
          className={`${quietButtonStyles.ghost} ${quietButtonStyles.bordered}`}
          to="/records/opportunity?new=1"
        >
          <Icon name="plus" />
          {t(homeMessages.addDeal)}
        </Link>
      )}
    </Empty>
  );
}
