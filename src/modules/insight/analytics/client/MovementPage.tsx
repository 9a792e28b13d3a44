import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { type PipelineInfo, usePipelinesQuery } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { StaleWhileLoading } from "../../../../ui/kit/StaleWhileLoading.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { useDepartments } from "./departments.ts";
import { FreezeButton } from "./FreezeButton.tsx";
import { useMovement } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";
import { useMovementState } from "./movement-state.ts";
import { MovementControls } from "./MovementControls.tsx";
import { MovementPanels } from "./MovementPanels.tsx";
import { useMovementQuery } from "./use-movement-query.ts";
import * as insightStyles from "./insight.module.css";

/** What became of the open records between two days: a waterfall that adds up, each step with its records. */
export function MovementPage() {
  const known = usePipelinesQuery("");
  return (
    <QueryResult query={known} rows={9}>
      {(pipelines) => <MovementOfOne known={pipelines} />}
    </QueryResult>
  );
}

/** The pipeline that the address names, else the default one of the deals. */
function MovementOfOne({ known }: { readonly known: readonly PipelineInfo[] }) {
  const { t } = useLanguage();
  const objects = useObjects();
  const pipelines = known.filter((one) => objects.has(one.object));
  const { company } = useMe();
  const [state] = useMovementState(company.zone);
  const chosen =
    pipelines.find(({ id }) => id === state.pipeline) ??
    pipelines.find((one) => one.object === "opportunity" && one.default) ??
    pipelines[0];
  const object = chosen && objects.get(chosen.object);
  if (!chosen || !object)
    return (
      <Empty
        icon="funnel"
        title={t(insightScreenMessages.noPipeline)}
        detail={t(insightScreenMessages.noPipelineDetail)}
      />
    );
  return <MovementOf pipelines={pipelines} pipeline={chosen} object={object} />;
}

interface MovementOfProps {
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
  readonly object: ObjectInfo;
}
function MovementOf({ pipelines, pipeline, object }: MovementOfProps) {
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
          {" "}
          <FreezeButton questions={[{ metric: "movement", body: query }]} />
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
        <Skeleton rows={9} />
      )}
    </Page>
  );
}
