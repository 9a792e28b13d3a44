import type { Module } from "../../../engine/public.ts";
import {
  followedHandedOver,
  followedMoved,
  followedWon,
  stageNotice,
  stalledNotice,
  stalledPeopleNotice,
} from "./server/notices.ts";
import { stagesOfImports } from "./server/stages-of-imports.ts";
import { FILL_SLIPS, fillSlips } from "./server/clocks/fill-slips.ts";
import { measureClocksPass } from "./server/clocks/measure-clocks.ts";
import { countSlips } from "./server/clocks/slip.derive.ts";
import { completeStage } from "./server/complete-stage.derive.ts";
import { stalledDigestPass } from "./server/digest/stalled-digest.pass.ts";
import { notifyOnMove } from "./server/notify-on-move.react.ts";
import { packagedPipelines } from "./server/packaged-pipelines.ts";
import { pipelineExpressions } from "./server/pipeline-expressions.ts";
import { announcePipelines, guardPipelines } from "./server/pipeline.guard.ts";
import { pipelineMigrations } from "./server/pipeline.migrations.ts";
import { pipelineObject, pipelineVersionObject } from "./server/pipeline.object.ts";
import { MOVE_RECORDS_BEFORE, moveRecordsBefore, stageMoveKind } from "./server/move-records.ts";
import { pipelineRoutes } from "./server/pipeline.routes.ts";
import { tellFollowers } from "./server/tell-followers.react.ts";
import { visitsFromLog } from "./server/replay-visits.ts";
import { seedPipelines } from "./server/seed-pipelines.ts";
import { stageOptions } from "./server/stage-options.ts";
import { stageTasks } from "./server/stage-tasks.add.ts";
import { stageVisits } from "./server/stage-visits.add.ts";

/**
 * Stages for any object with a stage field: how pipelines are defined and published, where records stand in
 * them, since when, and what happens as they move.
 */
export const pipelineModule: Module = {
  name: "pipeline",
  saved: pipelineExpressions,
  packaged: [packagedPipelines],
  objects: [pipelineObject, pipelineVersionObject],
  migrations: pipelineMigrations,
  ledgers: [visitsFromLog],
  hooks: [
    completeStage,
    countSlips,
    guardPipelines,
    stageVisits,
    stageTasks,
    announcePipelines,
    notifyOnMove,
    tellFollowers,
  ],
  routes: pipelineRoutes,
  passes: [measureClocksPass, stalledDigestPass],
  kinds: [stageMoveKind],
  jobs: { [FILL_SLIPS]: fillSlips, [MOVE_RECORDS_BEFORE]: moveRecordsBefore },
  seed: seedPipelines,
  stages: stageOptions,
  contributes: [
    stagesOfImports,
    stageNotice,
    stalledNotice,
    stalledPeopleNotice,
    followedMoved,
    followedWon,
    followedHandedOver,
  ],
};
