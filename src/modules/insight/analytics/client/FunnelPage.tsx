import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Page } from "../../../../ui/kit/Page.tsx";
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
import { type OfPipeline, PipelineOfPage } from "./PipelineOfPage.tsx";
import { SummaryCards } from "./SummaryCards.tsx";
import { useInsightQuery } from "./use-insight-query.ts";
import * as insightStyles from "./insight.module.css";
import * as styles from "./FunnelPage.module.css";

/** Lost records reach no stage of the funnel. */
const reached = ({ stages }: PipelineInfo): number => stages.filter(({ type }) => type !== "lost").length;

/** How records move through their stages: the first numbers a sales lead asks for. */
export function FunnelPage() {
  const { company } = useMe();
  const [state] = useInsightState(company.zone);
  return <PipelineOfPage wanted={state.pipeline}>{(of) => <Insight {...of} />}</PipelineOfPage>;
}

function Insight({ pipelines, pipeline, object }: OfPipeline) {
  const { t } = useLanguage();
  const { company } = useMe();
  const [state, change] = useInsightState(company.zone);
  const departments = useDepartments();
  const query = useInsightQuery(pipeline, state, departments);
  const computedAt = useInsight("funnel", query).data?.computed_at;
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
        <FunnelPanel query={query} stages={reached(pipeline)} />
        <DwellPanel
          query={query}
          stages={reached(pipeline) - 1}
          unit={state.unit}
          onUnit={(unit) => change({ unit })}
        />
      </div>
      <BreakdownPanel object={object} query={query} state={state} change={change} />
      <LossPanel object={object} query={query} />
    </Page>
  );
}
