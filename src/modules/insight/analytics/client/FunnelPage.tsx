import { useObjects } from "../../../../ui/data/objects.ts";
import { type PipelineInfo, usePipelinesQuery } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { BreakdownPanel } from "./BreakdownPanel.tsx";
import { useDepartments } from "./departments.ts";
import { DwellPanel } from "./DwellPanel.tsx";
import { FreezeButton } from "./FreezeButton.tsx";
import { FunnelHead } from "./FunnelHead.tsx";
import { FunnelPanel } from "./FunnelPanel.tsx";
import { useInsight } from "./insight-data.ts";
import { useInsightState } from "./insight-state.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightControls } from "./InsightControls.tsx";
import { InsightPast } from "./InsightPast.tsx";
import { LossPanel } from "./LossPanel.tsx";
import { SummaryCards } from "./SummaryCards.tsx";
import { useInsightQuery } from "./use-insight-query.ts";
import * as insightStyles from "./insight.module.css";
import * as styles from "./FunnelPage.module.css";

/** How records move through their stages: the first numbers a sales lead asks for. */
export function FunnelPage() {
  const known = usePipelinesQuery("");
  return (
    <QueryResult query={known} rows={9}>
      {(pipelines) => <FunnelOf known={pipelines} />}
    </QueryResult>
  );
}

function FunnelOf({ known }: { readonly known: readonly PipelineInfo[] }) {
  const { t } = useLanguage();
  const objects = useObjects();
  const pipelines = known.filter((one) => objects.has(one.object));
  const { company } = useMe();
  const [state] = useInsightState(company.zone);
  const chosen =
    pipelines.find(({ id }) => id === state.pipeline) ??
    pipelines.find((one) => one.object === "opportunity" && one.default) ??
    pipelines[0];
  if (!chosen)
    return (
      <Empty
        icon="funnel"
        title={t(insightScreenMessages.noPipeline)}
        detail={t(insightScreenMessages.noPipelineDetail)}
      />
    );
  return <Insight pipelines={pipelines} pipeline={chosen} />;
}

function Insight({
  pipelines,
  pipeline,
}: {
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
}) {
  const { t } = useLanguage();
  const objects = useObjects();
  const { company } = useMe();
  const [state, change] = useInsightState(company.zone);
  const departments = useDepartments();
  const query = useInsightQuery(pipeline, state, departments);
  const computedAt = useInsight("funnel", query).data?.computed_at;
  const object = objects.get(pipeline.object);
  if (!object) return null;
  return (
    <Page
      title={t(insightScreenMessages.title)}
      icon="funnel"
      note={
        state.asOf === "" && computedAt && t(insightScreenMessages.computedAt, { time: timeText(computedAt) })
      }
      action={
        <>
          {" "}
          <FreezeButton
            questions={[
              { metric: "funnel", body: query },
              { metric: "win_rate", body: query },
              { metric: "cycle", body: query },
            ]}
          />
          <QuietButton icon="file-text" className={insightStyles.insightPrint} onClick={() => window.print()}>
            {t(insightScreenMessages.print)}
          </QuietButton>
        </>
      }
      className={insightStyles.insightBody}
    >
      <InsightControls
        state={state}
        change={change}
        object={object}
        pipelines={pipelines}
        pipeline={pipeline}
        departments={departments}
      />
      <InsightPast object={object.name} state={state} change={change} />
      <FunnelHead query={query} />
      <SummaryCards query={query} unit={state.unit} />
      <div className={styles.insightPair}>
        <FunnelPanel query={query} />
        <DwellPanel query={query} unit={state.unit} onUnit={(unit) => change({ unit })} />
      </div>
      <BreakdownPanel object={object} query={query} state={state} change={change} />
      <LossPanel object={object} query={query} />
    </Page>
  );
}
