import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../../ui/data/problem-error.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useBusy } from "../../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { type Publication, publishPipeline } from "../../shared/pipeline-changes.contract.ts";
import { pipelineScreenMessages } from "../pipeline.messages.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";

/** Makes a draft or an earlier version hold, and has everything read again that follows it. */
export function usePublishing(id: string, onDone: () => void) {
  const { t } = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const intent = useIntent();
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const { busy, run } = useBusy();
  const send = async (body: Publication) => {
    try {
      const { data } = await intent.run(body, (key) => call(publishPipeline, { params: { id }, body, key }));
      client.setQueryData(["pipeline", id], data);
      for (const key of ["pipelines", "pipeline", "record", "records"])
        void client.invalidateQueries({ queryKey: [key] });
      tell.done(t(pipelineSettingsMessages.published, { version: data.version }));
      onDone();
    } catch (error) {
      if (!(error instanceof ProblemError)) return tell.warn(t(pipelineScreenMessages.notReached));
      setProblems(
        error.problem.errors.length > 0
          ? error.problem.errors
          : [{ code: error.code, message: error.problem.detail }],
      );
    }
  };
  const publish = (body: Publication) => run(() => send(body));
  return { publish, problems, busy };
}
