import { Link } from "react-router";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { type PipelineInfo, usePipelinesQuery } from "../../../../ui/data/pipelines.ts";
import { stageColor } from "../../../../ui/kit/colors.ts";
import { Hold } from "../../../../ui/kit/Hold.tsx";
import { HomePanel } from "../../../../ui/kit/HomePanel.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty, Skeleton } from "../../../../ui/kit/States.tsx";
import type { HomeScope, HomeTileProps } from "../../../../ui/slots/home-tiles.ts";
import type { StageFigure } from "../shared/home.contract.ts";
import { FigureNote } from "./FigureNote.tsx";
import { funnelsOf } from "./funnels.ts";
import { homeMessages } from "./home.messages.ts";
import { sharesOf } from "./money-words.ts";
import { StageBar } from "./StageBar.tsx";
import { useHomeDeals } from "./use-home-deals.ts";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";
import * as styles from "./DealsByStage.module.css";

/** What the open deals of each stage are worth, from the first stage to the last; each leads to its records. */
export function DealsByStage({ object, scope }: HomeTileProps) {
  const { t } = useLanguage();
  const deals = useHomeDeals(scope);
  const { data: pipelines = [], isPending: isUnknown } = usePipelinesQuery(opportunity.name);
  const isMine = scope.whose === "mine";
  return (
    <HomePanel
      title={t(isMine ? homeMessages.deals : homeMessages.dealsOfAll)}
      note={deals.data && <FigureNote figure={deals.data.open} />}
      action={
        <Link className={quietButtonStyles.ghost} to="/records/opportunity?view=board">
          <Icon name="board" />
          {t(homeMessages.board)}
        </Link>
      }
    >
      {(deals.isPending || isUnknown) && <Hold />}
      <QueryResult query={deals} small rows={4}>
        {({ stages }) =>
          isUnknown ? (
            <Skeleton rows={4} />
          ) : stages.length === 0 ? (
            <NoDeals object={object} isMine={isMine} />
          ) : (
            <StageBars {...{ stages, pipelines, scope }} />
          )
        }
      </QueryResult>
    </HomePanel>
  );
}

interface StageBarsProps {
  readonly stages: readonly StageFigure[];
  readonly pipelines: readonly PipelineInfo[];
  readonly scope: HomeScope;
}
/** One bar for each stage, in the order of its pipeline; of several each pipeline is named. */
function StageBars({ stages: figures, pipelines, scope }: StageBarsProps) {
  const { of } = useLanguage();
  const shares = new Map(sharesOf(figures).map((share, at) => [figures[at], share]));
  const funnels = funnelsOf(figures, pipelines);
  return (
    <ul className={styles.homeBars}>
      {funnels.flatMap(({ key, pipeline, rows }) => [
        ...(pipeline && funnels.length > 1
          ? [
              <li key={key} className={styles.pipeline}>
                {of(pipeline.label)}
              </li>,
            ]
          : []),
        ...rows.map(({ figure, stage, place, count }) => (
          <li key={`${key} ${figure.stage}`}>
            <StageBar
              row={figure}
              scope={scope}
              label={of(stage?.label, figure.stage)}
              color={stageColor("open", place, count)}
              share={shares.get(figure) ?? 0}
            />
          </li>
        )),
      ])}
    </ul>
  );
}

function NoDeals({ object, isMine }: { readonly object: ObjectInfo; readonly isMine: boolean }) {
  const { t } = useLanguage();
  return (
    <Empty
      small
      icon="fund"
      title={t(isMine ? homeMessages.noDeals : homeMessages.noDealsOfAll)}
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
