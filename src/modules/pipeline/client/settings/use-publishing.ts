import { App } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { PipelineView } from "../gate-data.ts";
import { settingsTexts } from "./settings.messages.ts";

interface PublishRequest {
  /** Where the records of removed stages go. */
  readonly map: Readonly<Record<string, string>>;
  /** This version instead of the draft. */
  readonly version?: number;
}
/** Makes a draft or an earlier version hold, and has everything read again that follows it. */
export function usePublishing(id: string, onDone: () => void) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const intent = useIntent();
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const [busy, setBusy] = useState(false);
  const publish = async (body: PublishRequest) => {
    setBusy(true);
    try {
      const { data } = await intent.run(body, (key) =>
        request<{ data: PipelineView }>(`/pipelines/${id}/publish`, { method: "POST", body, key }),
      );
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
