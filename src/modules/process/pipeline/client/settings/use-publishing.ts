import { App } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../../ui/data/problem-error.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { type Publication, publishPipeline } from "../../shared/pipeline-changes.contract.ts";
import { settingsTexts } from "./settings.messages.ts";

/** Makes a draft or an earlier version hold, and has everything read again that follows it. */
export function usePublishing(id: string, onDone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const intent = useIntent();
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const [busy, setBusy] = useState(false);
  const publish = async (body: Publication) => {
    setBusy(true);
    try {
      const { data } = await intent.run(body, (key) => call(publishPipeline, { params: { id }, body, key }));
      client.setQueryData(["pipeline", id], data);
      for (const key of ["pipelines", "pipeline", "record", "records"])
        void client.invalidateQueries({ queryKey: [key] });
      void message.success(t(settingsTexts.published, { version: data.version }));
      onDone();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblems(
        error.problem.errors.length > 0
          ? error.problem.errors
          : [{ code: error.code, message: error.problem.detail }],
      );
      setBusy(false);
    }
  };
  return { publish, problems, busy };
}
