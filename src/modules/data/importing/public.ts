export type { LoadStages, PipelineWords, StageVocabulary, StageWords } from "./server/import-targets.ts";
