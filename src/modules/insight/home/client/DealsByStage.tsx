import { Link } from "react-router";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { findStage, type PipelineInfo, usePipelinesQuery } from "../../../../ui/data/pipelines.ts";
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
function StageBars({ stages: figures, pipelines, scope }: StageBarsProps) {
  const { of } = useLanguage();
  const stages = pipelines.flatMap((pipeline) => pipeline.stages).filter((stage) => stage.type === "open");
  const placeOf = (name: string) => stages.findIndex((stage) => stage.name === name);
  const rows = figures.toSorted((one, other) => placeOf(one.stage) - placeOf(other.stage));
  const shares = sharesOf(rows);
  return (
    <ul className={styles.homeBars}>
      {rows.map((row, at) => (
        <li key={row.stage}>
          <StageBar
            row={row}
            scope={scope}
            label={of(findStage(pipelines, row.stage)?.label, row.stage)}
            color={stageColor("open", placeOf(row.stage), stages.length)}
            share={shares[at] ?? 0}
          />
        </li>
      ))}
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
