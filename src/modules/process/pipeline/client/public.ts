export { ClockMarks } from "./ClockMarks.tsx";
export { DwellLines, DwellMark } from "./DwellMark.tsx";
export { StageGuidance } from "./StageGuidance.tsx";
export { type CriterionEditor, criterionEditors } from "./criterion-editors.ts";
export { daysText, dwellNormLines, levelIcon, visitLine } from "./time-in-stage-lines.ts";
export { countOpened, useDwellNorms, usePipeline, useVisits } from "./pipeline-data.ts";
export { ProblemList } from "./settings/ProblemList.tsx";
export { useNamed } from "./settings/choices.ts";
