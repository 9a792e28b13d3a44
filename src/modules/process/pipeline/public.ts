export { measureClocks } from "./server/clocks/measure-clocks.ts";
export { vouchFor } from "../gates/server/granted.ts";
export { noPipeline, readPipeline } from "./server/read-pipeline.ts";
export { readStays } from "./server/read-stays.ts";
export { pipelineMessages } from "./server/messages.ts";
export type { PilotComparison, PilotCount, PilotFigures, PilotStage } from "./shared/pilot.contract.ts";
export { readPilot } from "./shared/pilot.contract.ts";
export { loadPipelines, type Pipelines, type PublishedPipeline } from "./server/load-pipelines.ts";
export { simulate } from "../simulation/server/simulate.ts";
