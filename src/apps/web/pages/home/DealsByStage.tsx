import Big from "big.js";
import type { CSSProperties } from "react";
import { Link } from "react-router";
import { useAggregate } from "../../../../ui/data/aggregates.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { findStage, usePipelines } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { moneyOf, textValue } from "../../../../ui/data/values.ts";
import { stageColor } from "../../../../ui/kit/colors.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { homeTexts } from "../home.messages.ts";
import { Panel } from "./Panel.tsx";
import type { WireValue } from "../../../../shared/metadata/object.ts";

const amountOf = (value: WireValue | undefined): string => moneyOf(value)?.amount ?? (textValue(value) || "0");
export const OPEN_MINE = 'owner == me() && stage_type == "open"';

/** How many of my deals stand in each stage, and what they are worth; each leads to its records. */
export function DealsByStage({ object }: { readonly object: ObjectInfo }) {
  const { t, of, language } = useLanguage();
  const me = useMe();
  const pipelines = usePipelines("opportunity");
  const answer = useAggregate("opportunity", {
    filter: OPEN_MINE,
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  const currency = me.company.currency;
  const stages = pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => stage.type === "open");
  const rows = (answer.data ?? [])
    .map((group) => ({ name: textValue(group.key["stage"]), count: Number(textValue(group.values[0])), amount: amountOf(group.values[1]) }))
    .toSorted((one, other) => stages.findIndex((stage) => stage.name === one.name) - stages.findIndex((stage) => stage.name === other.name));
  const most = Math.max(1, ...rows.map((row) => row.count));
  const total = rows.reduce((sum, row) => sum.plus(row.amount), new Big(0)).toFixed();
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <Panel
      title={t(homeTexts.deals)}
      note={count > 0 ? t(homeTexts.dealsTotal, { count, amount: shortMoney(total, currency, language) }) : undefined}
      action={
        <Link className="ghost" to="/records/opportunity?scene=mine&view=board">
          <Icon name="board" />
          {t(homeTexts.board)}
        </Link>
      }
    >
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows.length === 0 ? (
        <Empty small icon="fund" title={t(homeTexts.noDeals)} detail={t(homeTexts.noDealsDetail)}>
          {can(object, "create") && (
            <Link className="ghost bordered" to="/records/opportunity?new=1">
              <Icon name="plus" />
              {t(homeTexts.addDeal)}
            </Link>
          )}
        </Empty>
      ) : (
        <ul className="home-bars">
          {rows.map((row) => {
            const place = stages.findIndex((stage) => stage.name === row.name);
            return (
              <li key={row.name}>
                <Link
                  to={`/records/opportunity?scene=mine&view=list&filter=${encodeURIComponent(`stage == ${JSON.stringify(row.name)}`)}`}
                  className="home-bar"
                  style={{ "--dot": stageColor("open", place, stages.length), "--share": `${(row.count / most) * 100}%` } as CSSProperties}
                >
                  <span className="clip">{of(findStage(pipelines, row.name)?.label, row.name)}</span>
                  <span className="home-track" />
                  <span className="num">{row.count}</span>
                  <span className="num muted">{shortMoney(row.amount, currency, language)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
