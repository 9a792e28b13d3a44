export { problemsOf } from "./server/check-world.ts";
export { measureClocks } from "./server/clocks/measure-clocks.ts";
export { criterionKinds } from "./server/criterion-kinds.ts";
export { sourceOf } from "./server/criterion-source.ts";
export { canReadAll } from "./server/hide-criteria.ts";
export { loadPipelines, type Pipelines, type PublishedPipeline } from "./server/load-pipelines.ts";
export { pipelineMessages } from "./server/messages.ts";
export { hasStage, moveOf, type StageChange } from "./server/move-of.ts";
export { forgetPassages, type Passage, rememberPassages } from "./server/passage.ts";
export { badDefinition } from "./server/publish-pipeline.ts";
export { readPeriod } from "./server/read-period.ts";
export { noPipeline, readPipeline } from "./server/read-pipeline.ts";
export { lockWhole, readWhole, readWholes } from "./server/read-record.ts";
export { readVisitsOnRecord } from "./server/read-visits-on-record.ts";
export { versionOf } from "./server/read-version.ts";
export { inTransaction, inTransactionThenRead, saveAll } from "./server/save-all.ts";
export { noRecord, stageObject } from "./server/stage-object.ts";
export { mostTasks } from "./server/stage-tasks.add.ts";
export { toWire } from "./server/to-wire.ts";
export { workingDaysBetween } from "./server/working-days.ts";
export {
  type PilotComparison,
  type PilotCount,
  type PilotFigures,
  type PilotStage,
  readPilot,
} from "./shared/pilot.contract.ts";
