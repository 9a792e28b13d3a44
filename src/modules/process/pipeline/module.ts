import type { Module } from "../../../engine/module.ts";
import type { Handlers } from "../approvals/public.ts";
import { moveOnConsent, STAGE_MOVES } from "../gates/server/ask-for-consents.ts";
import { closeStaleRequests } from "../gates/server/close-stale-requests.react.ts";
import { completeStage } from "./server/complete-stage.derive.ts";
import { FILL_SLIPS, fillSlips } from "./server/clocks/fill-slips.ts";
import { measureClocksPass } from "./server/clocks/measure-clocks.ts";
import { countSlips } from "./server/clocks/slip.derive.ts";
import { stalledDigestPass } from "./server/digest/stalled-digest.pass.ts";
import { completeForms, guardForms } from "../questionnaires/server/form.hooks.ts";
import { gateExceptions } from "../gates/server/gate-exceptions.add.ts";
import { guardEvidence, keepEvidence } from "../gates/server/evidence.hooks.ts";
import { announcePipelines, guardPipelines } from "./server/pipeline.guard.ts";
import { gateMigrations } from "../gates/server/gate.migrations.ts";
import { simulationMigrations } from "../simulation/server/simulation.migrations.ts";
import { pipelineMigrations } from "./server/pipeline.migrations.ts";
import { pipelineObject, pipelineVersionObject } from "./server/pipeline.object.ts";
import { notifyOnMove } from "./server/notify-on-move.react.ts";
import { MOVE_RECORDS, moveRecordsJob } from "./server/move-records.ts";
import { gateRoutes } from "../gates/server/gate.routes.ts";
import { simulationRoutes } from "../simulation/server/simulation.routes.ts";
import { pipelineRoutes } from "./server/pipeline.routes.ts";
import { seedPipelines } from "./server/seed-pipelines.ts";
import { visitsFromLog } from "./server/replay-visits.ts";
import { runSimulation, SIMULATE } from "../simulation/server/simulation-job.ts";
import { showMoves } from "../gates/server/show-moves.ts";
import { stageGate } from "../gates/server/stage-gate.guard.ts";
import { stageOptions } from "./server/stage-options.ts";
import { stageTasks } from "./server/stage-tasks.add.ts";
import { stageVisits } from "./server/stage-visits.add.ts";
import { packagedPipelines } from "./server/packaged-pipelines.ts";
import { pipelineExpressions } from "./server/pipeline-expressions.ts";

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
