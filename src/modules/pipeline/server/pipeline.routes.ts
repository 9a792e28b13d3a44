import { Type } from "@sinclair/typebox";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import type { Call, Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { withRightsOn } from "../../identity/server/public.ts";
import { label } from "../../../shared/i18n/label.ts";
import { changeStage, keepProgress, ProgressBody, TransitionBody } from "./change-stage.ts";
import { createPipeline, editPipeline, withFaults } from "./edit-pipeline.ts";
import { recordClocks } from "./clocks/record-clocks.ts";
import { dwellNorms } from "./dwell-norms.ts";
import { countOpened, keepOpened, OpenedBody } from "./guidance-opened.ts";
import { listExceptions } from "./list-exceptions.ts";
import { recordExceptions } from "./record-exceptions.ts";
import { listTransitions } from "./list-transitions.ts";
import { NewPipelineBody, PipelineChangeBody } from "./pipeline-body.ts";
import { countOverrides } from "./count-overrides.ts";
import { listVersions, listVisits } from "./pipeline-reports.ts";
import { EndPilotBody, endPilot, PilotBody, startPilot } from "./pilot.ts";
import { publishImpact } from "./publish-impact.ts";
import { PublishBody, publishPipeline } from "./publish-pipeline.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";
import { hideCriteria } from "./hide-reasons.ts";
import { noPipeline, readPipeline, readPipelines } from "./read-pipeline.ts";
import { SimulateBody, simulatePipeline } from "./what-if/simulate-pipeline.ts";
import { getSimulation } from "./what-if/simulation-job.ts";
import { showPipeline } from "./show-pipeline.ts";

const MANAGE = "pipelines.manage";
const text = Type.Optional(Type.String({ maxLength: 100 }));
const tag = "pipelines";

/** Who may manage pipelines may write them, whatever else their roles say. */
const asEditor = (context: Context): Context => {
  const { idempotency } = context;
  return {
    ...withRightsOn(context, ["pipeline", "pipeline_version"]),
    ...(idempotency ? { idempotency } : {}),
  };
};

/** Published ones for everyone; `drafts=true` shows those that never were to who may edit them. */
async function listPipelines(context: Context, { query }: Call): Promise<Result<unknown>> {
  const edits = hasAbility(context, MANAGE);
  const rows = await readPipelines(context.db, context, query["object"]);
  const shown = rows.filter((row) => row.definition !== null || (edits && query["drafts"] === "true"));
  return accept({
    data: shown.map((row) =>
      showPipeline(
        row,
        { withDraft: edits && query["drafts"] === "true" },
        edits ? undefined : stagesFor(context, row.object),
      ),
    ),
  });
}

async function getPipeline(context: Context, { params }: Call): Promise<Result<unknown>> {
  const row = await readPipeline(context.db, context, params["id"] ?? "");
  const edits = hasAbility(context, MANAGE);
  if (!row || (!row.definition && !edits)) return noPipeline();
  return accept({
    data: edits
      ? await withFaults(context.db, context, row)
      : showPipeline(row, { withDraft: false }, stagesFor(context, row.object)),
  });
}

/** What a gate spares somebody, its definition spares them, too. */
const stagesFor = (context: Context, name: string) => (stages: PipelineDefinition["stages"]) => {
  const object = context.catalog.object(name);
  return object ? hideCriteria(context, object, stages) : [];
};

export const pipelineRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/:object/:id/transitions",
    tag: "records",
    summary: label("可到达的阶段及未满足的条件", "Stages a record may move to, and what is unmet"),
    query: Type.Object({ reason: text, pipeline: text }),
    run: listTransitions,
  },
  {
    method: "GET",
    path: "/records/:object/:id/clocks",
    tag: "records",
    summary: label(
      "停留、未联系、延期三个时钟及其阈值",
      "The three clocks of a record, dwell, idle and slip, with their limits",
    ),
    query: Type.Object({ as_of: text }),
    run: recordClocks,
  },
  {
    method: "GET",
    path: "/records/:object/:id/exceptions",
    tag: "records",
    summary: label("限期放行后尚待补齐的条件", "What a record was let past for a time and still lacks"),
    run: recordExceptions,
  },
  {
    method: "POST",
    path: "/records/:object/:id/transitions",
    tag: "records",
    summary: label("推进阶段", "Move a record to a stage"),
    body: TransitionBody,
    ahead: true,
    run: changeStage,
  },
  {
    method: "POST",
    path: "/records/:object/:id/gate",
    tag: "records",
    summary: label("先行保存门禁的勾选与材料", "Keep ticks, answers and documents ahead of the move"),
    body: ProgressBody,
    run: keepProgress,
  },
  {
    method: "GET",
    path: "/records/:object/:id/visits",
    tag: "records",
    summary: label("阶段停留记录", "Stays of a record in its stages"),
    run: listVisits,
  },
  {
    method: "GET",
    path: "/pipelines",
    tag,
    summary: label("列出流程", "List pipelines"),
    query: Type.Object({ object: text, drafts: text }),
    run: listPipelines,
  },
  {
    method: "POST",
    path: "/pipelines",
    tag,
    summary: label("新建流程（草稿）", "Create a pipeline as a draft"),
    status: 201,
    ability: MANAGE,
    body: NewPipelineBody,
    run: (context, call) => createPipeline(asEditor(context), call),
  },
  {
    method: "GET",
    path: "/pipelines/:id",
    tag,
    summary: label("读取流程", "Read a pipeline"),
    run: getPipeline,
  },
  {
    method: "PATCH",
    path: "/pipelines/:id",
    tag,
    summary: label("修改流程草稿", "Change the draft of a pipeline"),
    ability: MANAGE,
    body: PipelineChangeBody,
    run: (context, call) => editPipeline(asEditor(context), call),
  },
  {
    method: "POST",
    path: "/pipelines/:id/publish",
    tag,
    summary: label("发布流程", "Publish a pipeline"),
    ability: MANAGE,
    body: PublishBody,
    run: (context, call) => publishPipeline(asEditor(context), call),
  },
  {
    method: "POST",
    path: "/pipelines/:id/pilot",
    tag,
    summary: label("在部分部门试点草稿", "Try the draft out in some departments"),
    ability: MANAGE,
    body: PilotBody,
    run: (context, call) => startPilot(asEditor(context), call),
  },
  {
    method: "POST",
    path: "/pipelines/:id/pilot/end",
    tag,
    summary: label("结束试点", "End the pilot"),
    ability: MANAGE,
    body: EndPilotBody,
    run: (context, call) => endPilot(asEditor(context), call),
  },
  {
    method: "GET",
    path: "/pipelines/:id/impact",
    longest: 30_000,
    tag,
    summary: label("发布的影响", "What a publication concerns"),
    ability: MANAGE,
    query: Type.Object({ version: text }),
    run: publishImpact,
  },
  {
    method: "GET",
    path: "/pipelines/:id/versions",
    tag,
    summary: label("流程版本", "Versions of a pipeline"),
    run: listVersions,
  },
  {
    method: "GET",
    path: "/pipelines/:id/overrides",
    longest: 30_000,
    tag,
    summary: label("放行统计", "Overrides by person and stage"),
    ability: MANAGE,
    query: Type.Object({ from: text, to: text }),
    run: countOverrides,
  },
  {
    method: "POST",
    path: "/pipelines/:id/simulate",
    longest: 60_000,
    tag,
    summary: label("用历史推演草稿", "Replay the draft over history"),
    ability: MANAGE,
    body: SimulateBody,
    reads: true,
    run: (context, call) => simulatePipeline(context, call),
  },
  {
    method: "GET",
    path: "/pipelines/:id/simulations/:run",
    tag,
    summary: label("推演结果", "Answer of a long replay"),
    ability: MANAGE,
    run: getSimulation,
  },
  {
    method: "GET",
    path: "/pipelines/:id/exceptions",
    longest: 30_000,
    tag,
    summary: label("限期放行及已到期的放行", "Exceptions that end, and those that are over"),
    query: Type.Object({ state: text }),
    run: listExceptions,
  },
  {
    method: "GET",
    path: "/pipelines/:id/dwell-norms",
    longest: 30_000,
    tag,
    summary: label("各阶段停留基准（赢单）", "Usual stay of won records in each stage"),
    run: dwellNorms,
  },
  {
    method: "POST",
    path: "/pipelines/:id/guidance-opened",
    tag,
    summary: label("记录指引或链接被打开", "Keep that somebody opened a stage's guidance or a link in it"),
    status: 204,
    body: OpenedBody,
    run: keepOpened,
  },
  {
    method: "GET",
    path: "/pipelines/:id/guidance-opened",
    tag,
    summary: label("指引打开统计", "Who opened which guidance how often"),
    ability: MANAGE,
    query: Type.Object({ from: text, to: text }),
    run: countOpened,
  },
];
