import { DEFAULT_RULES, inOrder, type PipelineDefinition } from "../shared/pipeline.ts";
import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import type { PipelineRow } from "./read-pipeline.ts";

/**
 * A pipeline as it is sent: what is published (of one never published: its draft), and to those who edit it
 * the draft, or what a pilot tries out, from which the next one goes on.
 */
export function showPipeline(
  row: PipelineRow,
  options: { readonly withDraft: boolean },
  shownStages: (stages: PipelineDefinition["stages"]) => PipelineDefinition["stages"] = (all) => all,
): PipelineView {
  const shown: PipelineDefinition | null = row.definition ?? row.draft;
  return {
    id: row.id,
    object: row.object,
    name: row.name,
    label: shown?.label ?? row.label,
    default: row.default === true,
    default_for: row.default_for,
    retired: row.retired === true,
    version: row.published_version,
    published_at: row.published_at,
    stages: shown ? inOrder(shownStages(shown.stages)) : [],
    rules: shown?.rules ?? DEFAULT_RULES,
    pilot: row.pilot
      ? { departments: row.pilot.departments, since: row.pilot.since, version: row.pilot.version }
      : null,
    has_draft: row.draft !== null,
    ...(options.withDraft ? { draft: row.draft ?? row.pilot?.definition ?? null } : {}),
  };
}
