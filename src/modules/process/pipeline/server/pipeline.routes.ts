import {
  type CallOf,
  type Context,
  type Result,
  accept,
  elevate,
  hasAbility,
  serve,
} from "../../../../engine/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import * as pipelines from "../../../../shared/wire/pipelines.contract.ts";
import { readClocks } from "../shared/clock.contract.ts";
import { readDwellNorms } from "../shared/dwell.contract.ts";
import * as guidance from "../shared/guidance.contract.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";
import * as changes from "../shared/pipeline-changes.contract.ts";
import { listVersions as versions } from "../shared/versions.contract.ts";
import { listVisits as visits } from "../shared/visits.contract.ts";
import { recordClocks } from "./clocks/record-clocks.ts";
import { dwellNorms } from "./dwell-norms.ts";
import { createPipeline, editPipeline, withFaults } from "./edit-pipeline.ts";
import { countOpened, storeOpened } from "./guidance-opened.ts";
import { hideCriteria } from "./hide-criteria.ts";
import { endPilot, startPilot } from "./pilot.ts";
import { listVersions, listVisits } from "./pipeline-reports.ts";
import { publishPipeline } from "./publish-pipeline.ts";
import { noPipeline, readPipeline, readPipelines } from "./read-pipeline.ts";
import { showPipeline } from "./show-pipeline.ts";

const MANAGE = "pipelines.manage";
const managing = { ability: MANAGE } as const;

/** Who may manage pipelines may write them, whatever else their roles say. */
const asEditor = (context: Context): Context => {
  const { idempotency } = context;
  return {
    ...elevate(context, "who may manage pipelines writes them, whatever their roles say", [
      "pipeline",
      "pipeline_version",
    ]),
    ...(idempotency ? { idempotency } : {}),
  };
};

/** Published ones for everyone; `drafts=true` shows those that never were to who may edit them. */
async function listPipelines(
  context: Context,
  { query }: CallOf<typeof pipelines.listPipelines>,
): Promise<Result<AnswerOf<typeof pipelines.listPipelines>>> {
  const edits = hasAbility(context, MANAGE);
  const withDraft = edits && query.drafts === "true";
  const rows = await readPipelines(context.db, context, query.object);
  return accept({
    data: rows
      .filter((row) => row.definition !== null || withDraft)
      .map((row) => showPipeline(row, { withDraft }, edits ? undefined : stagesFor(context, row.object))),
  });
}

async function getPipeline(
  context: Context,
  { params }: CallOf<typeof pipelines.readPipeline>,
): Promise<Result<AnswerOf<typeof pipelines.readPipeline>>> {
  const row = await readPipeline(context.db, context, params.id);
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

const ofRecords = [serve(readClocks, {}, recordClocks), serve(visits, {}, listVisits)];

const ofPipelines = [
  serve(pipelines.listPipelines, {}, listPipelines),
  serve(changes.createPipeline, managing, (context, call) => createPipeline(asEditor(context), call)),
  serve(pipelines.readPipeline, {}, getPipeline),
  serve(changes.changePipeline, managing, (context, call) => editPipeline(asEditor(context), call)),
  serve(changes.publishPipeline, managing, (context, call) => publishPipeline(asEditor(context), call)),
  serve(changes.startPilot, managing, (context, call) => startPilot(asEditor(context), call)),
  serve(changes.endPilot, managing, (context, call) => endPilot(asEditor(context), call)),
];

const ofReports = [
  serve(versions, {}, listVersions),
  serve(readDwellNorms, { longest: 30_000 }, dwellNorms),
  serve(guidance.recordOpened, {}, storeOpened),
  serve(guidance.countOpened, managing, countOpened),
];

export const pipelineRoutes = [...ofRecords, ...ofPipelines, ...ofReports];
