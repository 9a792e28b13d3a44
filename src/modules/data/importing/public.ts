export {
  type LoadStages,
  type PipelineWords,
  stageVocabularies,
  type StageVocabulary,
  type StageWords,
} from "./server/import-targets.ts";
