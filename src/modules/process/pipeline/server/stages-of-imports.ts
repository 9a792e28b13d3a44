import { type PipelineWords, stageVocabularies } from "../../../data/importing/public.ts";
import { loadPipelines, type PublishedPipeline } from "./load-pipelines.ts";
import { readVisitsOnRecord } from "./read-visits-on-record.ts";
import { label } from "../../../../shared/i18n/label.ts";

const wordsOf = ({ id, definition }: PublishedPipeline): PipelineWords => ({
  id,
  name: definition.name,
  label: definition.label,
  stages: definition.stages
    .toSorted((a, b) => a.order - b.order)
    .map(({ name, label, type }) => ({ name, label, type })),
});

/** What pipelines offer to imports (decision 28): the stages that cells of a file may name. */
export const stagesOfImports = stageVocabularies.define("pipelines", {
  label: label("流程", "Pipelines"),
  load: async (db, context) => {
    const pipelines = await loadPipelines(db, context);
    return {
      find: (id) => {
        const found = pipelines.find(id);
        return found && wordsOf(found);
      },
      entries: (executor, object, records) =>
        readVisitsOnRecord(executor, context.workspace, object, records),
      defaultOf: (object, department) => {
        const found = pipelines.defaultOf(object, department);
        return found && wordsOf(found);
      },
    };
  },
});
