import type { Module } from "../../../../engine/module.ts";
import type { Handlers } from "../../approvals/server/public.ts";
import { moveOnConsent, STAGE_MOVES } from "./ask-for-consents.ts";
import { closeStaleRequests } from "./close-stale-requests.react.ts";
import { completeStage } from "./complete-stage.derive.ts";
import { FILL_SLIPS, fillSlips } from "./clocks/fill-slips.ts";
import { measureClocksPass } from "./clocks/measure-clocks.ts";
import { countSlips } from "./clocks/slip.derive.ts";
import { stalledDigestPass } from "./digest/stalled-digest.pass.ts";
import { completeForms, guardForms } from "./form.hooks.ts";
import { gateExceptions } from "./gate-exceptions.add.ts";
import { guardEvidence, keepEvidence } from "./evidence.hooks.ts";
import { announcePipelines, guardPipelines } from "./pipeline.guard.ts";
import { gateMigrations } from "./gate.migrations.ts";
import { simulationMigrations } from "./simulation.migrations.ts";
import { pipelineMigrations } from "./pipeline.migrations.ts";
import { pipelineObject, pipelineVersionObject } from "./pipeline.object.ts";
import { notifyOnMove } from "./notify-on-move.react.ts";
import { MOVE_RECORDS, moveRecordsJob } from "./move-records.ts";
import { gateRoutes } from "./gate.routes.ts";
import { simulationRoutes } from "./simulation.routes.ts";
import { pipelineRoutes } from "./pipeline.routes.ts";
import { seedPipelines } from "./seed-pipelines.ts";
import { visitsFromLog } from "./replay-visits.ts";
import { runSimulation, SIMULATE } from "./what-if/simulation-job.ts";
import { showMoves } from "./show-moves.ts";
import { stageGate } from "./stage-gate.guard.ts";
import { stageOptions } from "./stage-options.ts";
import { stageTasks } from "./stage-tasks.add.ts";
import { stageVisits } from "./stage-visits.add.ts";
import { packagedPipelines } from "./packaged-pipelines.ts";
import { pipelineExpressions } from "./pipeline-expressions.ts";

/** Stages and gates for any object with a stage field. */
export const pipelineModule: Module = {
  name: "pipeline",
  saved: pipelineExpressions,
  packaged: [packagedPipelines],
  objects: [pipelineObject, pipelineVersionObject],
  migrations: [...pipelineMigrations, ...gateMigrations, ...simulationMigrations],
  ledgers: [visitsFromLog],
  hooks: [
    completeStage,
    countSlips,
    keepEvidence,
    stageGate,
    guardEvidence,
    guardPipelines,
    completeForms,
    guardForms,
    stageVisits,
    gateExceptions,
    stageTasks,
    announcePipelines,
    notifyOnMove,
    closeStaleRequests,
  ],
  routes: [...pipelineRoutes, ...gateRoutes, ...simulationRoutes],
  passes: [measureClocksPass, stalledDigestPass],
  jobs: { [FILL_SLIPS]: fillSlips, [MOVE_RECORDS]: moveRecordsJob, [SIMULATE]: runSimulation },
  seed: seedPipelines,
  stages: stageOptions,
};

/** Moves of stages that wait for a consent: how they are made, and what whoever consents is shown. */
export const stageMoves: Handlers = { [STAGE_MOVES]: { carryOut: moveOnConsent, show: showMoves } };

export { measureClocks } from "./clocks/measure-clocks.ts";
export { vouchFor } from "./granted.ts";
export { noPipeline, readPipeline } from "./read-pipeline.ts";
export { readStays } from "./read-stays.ts";
export { pipelineMessages } from "./messages.ts";
export type { PilotComparison, PilotCount, PilotFigures, PilotStage } from "../shared/pilot.contract.ts";
export { readPilot } from "../shared/pilot.contract.ts";
export { loadPipelines, type Pipelines, type PublishedPipeline } from "./load-pipelines.ts";
export { simulate } from "./what-if/simulate.ts";
