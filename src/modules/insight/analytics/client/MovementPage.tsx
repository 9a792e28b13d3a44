import { Link } from "react-router";
import { BarsLoading } from "../../../../ui/charts/BarsLoading.tsx";
import { useMe } from "../../../../ui/data/session.ts";
import { StaleWhileLoading } from "../../../../ui/kit/StaleWhileLoading.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Failure } from "../../../../ui/kit/States.tsx";
import { baselineMessages } from "./baseline.messages.ts";
import { useDepartments } from "./departments.ts";
import { FreezeButton } from "./FreezeButton.tsx";
import { useMovement } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";
import { useMovementState } from "./movement-state.ts";
import { MovementControls } from "./MovementControls.tsx";
import { MovementPanels } from "./MovementPanels.tsx";
import { type OfPipeline, PipelineOfPage } from "./PipelineOfPage.tsx";
import { useMovementQuery } from "./use-movement-query.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

/** What became of the open records between two days: a waterfall that adds up, each step with its records. */
export function MovementPage() {
  const { company } = useMe();
  const [state] = useMovementState(company.zone);
  return <PipelineOfPage wanted={state.pipeline}>{(of) => <MovementOf {...of} />}</PipelineOfPage>;
}

function MovementOf({ pipelines, pipeline, object }: OfPipeline) {
  const { t } = useLanguage();
  const { company } = useMe();
  const [state, change] = useMovementState(company.zone);
  const departments = useDepartments();
  const query = useMovementQuery(pipeline, object, state, departments);
  const answer = useMovement(query);
  const from = state.from;
  const compared =
    answer.data?.end_at === null
      ? t(movementMessages.comparedNow, { from })
      : t(movementMessages.compared, { from, to: state.to });
  return (
    <Page
      title={t(movementMessages.title)}
      icon="chart"
      note={compared}
      action={
        <>
          <FreezeButton questions={[{ metric: "movement", body: query }]} />
          <Link to="/insight/baselines" className={`${base.line} ${insightStyles.insightPrint}`}>
            {t(baselineMessages.compare)}
          </Link>
          <QuietButton icon="file-text" className={insightStyles.insightPrint} onClick={() => window.print()}>
            {t(insightScreenMessages.print)}
          </QuietButton>
        </>
      }
      className={insightStyles.insightBody}
    >
      <MovementControls
        state={state}
        change={change}
        object={object}
        pipelines={pipelines}
        pipeline={pipeline}
        departments={departments}
      />
      {answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <StaleWhileLoading busy={answer.isPlaceholderData}>
          <MovementPanels
            answer={answer.data}
            state={state}
            change={change}
            object={object}
            pipeline={pipeline}
          />
        </StaleWhileLoading>
      ) : (
        <BarsLoading rows={9} isTold />
      )}
    </Page>
  );
}
