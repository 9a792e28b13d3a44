export type { LoadStages, PipelineWords, StageVocabulary, StageWords } from "./import-targets.ts";
export { importing } from "./importing.module.ts";
