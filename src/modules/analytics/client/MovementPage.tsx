import { useMemo } from "react";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { type PipelineInfo, usePipelines } from "../../../ui/data/pipelines.ts";
import { useMe } from "../../../ui/data/session.ts";
import { Earlier } from "../../../ui/kit/Earlier.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { MovementAnswer } from "../shared/insight.contract.ts";
import { useDepartments } from "./departments.ts";
import { FreezeButton } from "./FreezeButton.tsx";
import { type MovementQuery, useMovement } from "./insight-data.ts";
import { filterOf } from "./insight-state.ts";
import { insightTexts } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import { movementTexts } from "./movement.messages.ts";
import { type MovementState, useMovementState } from "./movement-state.ts";
import { MovementChart } from "./MovementChart.tsx";
import { MovementControls } from "./MovementControls.tsx";
import { MovementGroups, MovementSteps } from "./MovementTables.tsx";
import "./insight.css";

/** What became of the open records between two days: a waterfall that adds up, each step with its records. */
export function MovementPage() {
  const { t } = useLanguage();
  const objects = useObjects();
  const pipelines = usePipelines("").filter((one) => objects.has(one.object));
  const { company } = useMe();
  const [state] = useMovementState(company.zone);
  const chosen =
    pipelines.find(({ id }) => id === state.pipeline) ??
    pipelines.find((one) => one.object === "opportunity" && one.default) ??
    pipelines[0];
  const object = chosen && objects.get(chosen.object);
  if (!chosen || !object)
    return (
      <Empty icon="funnel" title={t(insightTexts.noPipeline)} detail={t(insightTexts.noPipelineDetail)} />
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
  const filter = filterOf(
    { department: state.department, owner: state.owner, product: "", source: "" },
    departments.under(state.department),
  );
  const query = useMemo((): MovementQuery => {
    const { from, to, by } = state;
    return {
      object: pipeline.object,
      pipeline: pipeline.id,
      from,
      to,
      ...(filter ? { filter } : {}),
      ...(by ? { group_by: [{ field: by === "stage" ? (object.stageField ?? "stage") : by }] } : {}),
    };
  }, [pipeline, object, state, filter]);
  const answer = useMovement(query);
  const from = state.from;
  const compared =
    answer.data?.end_at === null
      ? t(movementTexts.comparedNow, { from })
      : t(movementTexts.compared, { from, to: state.to });
  return (
    <div className="page insight-page">
      <PageHeader title={t(movementTexts.title)} icon="chart" note={compared}>
        <FreezeButton metrics={["movement"]} body={query} />
        <Ghost icon="file-text" className="insight-print" onClick={() => window.print()}>
          {t(insightTexts.print)}
        </Ghost>
      </PageHeader>
      <div className="page-body insight-body">
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
          <Earlier busy={answer.isPlaceholderData}>
            <MovementPanels
              answer={answer.data}
              state={state}
              change={change}
              object={object}
              pipeline={pipeline}
            />
          </Earlier>
        ) : (
          <Skeleton rows={9} />
        )}
      </div>
    </div>
  );
}

export interface MovementPanelsProps {
  readonly answer: MovementAnswer;
  readonly state: MovementState;
  readonly change: (change: Partial<MovementState>) => void;
  readonly object: ObjectInfo;
  readonly pipeline: PipelineInfo;
}
function MovementPanels({ answer, state, change, object, pipeline }: MovementPanelsProps) {
  const { t } = useLanguage();
  return (
    <>
      <InsightPanel
        title={t(movementTexts.waterfall)}
        metric="movement"
        chart={<MovementChart movement={answer} measure={state.measure} />}
        table={<MovementSteps movement={answer} />}
      >
        <MovementNotes answer={answer} />
      </InsightPanel>
      {answer.groups && (
        <InsightPanel
          title={t(movementTexts.groups)}
          metric="movement"
          table={
            <MovementGroups
              answer={answer}
              by={state.by}
              measure={state.measure}
              object={object}
              pipeline={pipeline}
              change={change}
            />
          }
        />
      )}
    </>
  );
}

/** That it adds up, in what money it is counted, and whose records it leaves out. */
function MovementNotes({ answer }: { readonly answer: MovementAnswer }) {
  const { t } = useLanguage();
  const sum = answer.end.amount;
  return (
    <div className="insight-notes">
      <span className="line">
        <Icon name="check" size={13} />
        {t(movementTexts.balanced)}
      </span>
      {sum?.mixed && (
        <span>{t(movementTexts.mixed, { currency: sum.currency, date: sum.rate_date ?? "" })}</span>
      )}
      {answer.sight === "own" && (
        <span className="line">
          <Icon name="info" size={13} />
          {t(movementTexts.ownSight)}
        </span>
      )}
    </div>
  );
}
