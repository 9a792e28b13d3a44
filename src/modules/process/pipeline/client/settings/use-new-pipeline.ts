import { useState } from "react";
import { useNavigate } from "react-router";
import { label, type LabelMap } from "../../../../../shared/i18n/label.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../../ui/data/problem-error.ts";
import { call } from "../../../../../ui/data/call.ts";
import { createPipeline } from "../../shared/pipeline-changes.contract.ts";

const FIRST_STAGES = [
  { name: "started", label: label("开始", "Started"), type: "open", probability: 10 },
  { name: "won", label: label("赢单", "Won"), type: "won" },
  { name: "lost", label: label("输单", "Lost"), type: "lost" },
] as const;

/** Makes a pipeline and opens its editor; says what the server did not take. */
export function useNewPipeline() {
  const navigate = useNavigate();
  const intent = useIntent();
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const create = async (object: string, name: string, map: LabelMap) => {
    setBusy(true);
    const body = { object, name, label: map, stages: FIRST_STAGES };
    try {
      const { data } = await intent.run(body, (key) => call(createPipeline, { body, key }));
      void navigate(data.id);
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setError(problem.problem.errors[0]?.message ?? problem.problem.detail);
      setBusy(false);
    }
  };
  return { create, error, busy };
}
