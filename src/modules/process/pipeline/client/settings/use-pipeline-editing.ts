import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../../../../ui/data/new-id.ts";
import { ProblemError } from "../../../../../ui/data/problem-error.ts";
import { call } from "../../../../../ui/data/call.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { refuseBadNumbers } from "../../../../../ui/kit/NumberField.tsx";
import { useBusy } from "../../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import type { PipelineChange } from "../../shared/pipeline-body.contract.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { changePipeline } from "../../shared/pipeline-changes.contract.ts";
import { pipelineScreenMessages } from "../pipeline.messages.ts";
import type { PipelineDraft } from "./pipeline-edits.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";

/** The draft of a pipeline while it is edited, and how it is saved. */
export function usePipelineEditing(pipeline: PipelineView) {
  const { t } = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const [edited, setEdited] = useState<PipelineDraft | null>(null);
  const { busy, run } = useBusy();
  const draft: PipelineDraft = edited ??
    pipeline.draft ?? { label: pipeline.label, stages: pipeline.stages, rules: pipeline.rules };

  const send = async (body: PipelineChange): Promise<boolean> => {
    try {
      const { data } = await call(changePipeline, { params: { id: pipeline.id }, body, key: newId() });
      client.setQueryData(["pipeline", pipeline.id], data);
      void client.invalidateQueries({ queryKey: ["pipelines"] });
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) return (tell.warn(t(pipelineScreenMessages.notReached)), false);
      const [first] = error.problem.errors;
      tell.refused(first ? `${first.field ?? ""} ${first.message}` : error.problem.detail);
      return false;
    }
  };
  const patch = async (body: PipelineChange): Promise<boolean> => (await run(() => send(body))) ?? false;
  /** True when nothing is left to save. */
  const save = async (): Promise<boolean> => {
    if (refuseBadNumbers(document)) return (tell.refused(t(kitMessages.badNumber)), false);
    if (!edited) return true;
    const { create_in, ...rules } = edited.rules;
    const done = await patch({
      ...edited,
      rules: {
        ...rules,
        create_in: create_in ?? null,
        override_approval: rules.override_approval ?? null,
        reopen_approval: rules.reopen_approval ?? null,
      },
    });
    if (done) setEdited(null);
    return done;
  };
  const saveDraft = async () => {
    if (await save()) tell.done(t(pipelineSettingsMessages.saved));
  };
  return {
    draft,
    isEdited: edited !== null,
    edit: setEdited,
    busy,
    save,
    saveDraft,
    makeDefault: () => void patch({ default: true }),
  };
}
