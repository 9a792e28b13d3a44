import { useNavigate } from "react-router";
import { label, type LabelMap } from "../../../../../shared/i18n/label.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { call } from "../../../../../ui/data/call.ts";
import { createPipeline } from "../../shared/pipeline-changes.contract.ts";
import { useForm } from "../../../../../ui/kit/use-form.ts";

const FIRST_STAGES = [
  { name: "started", label: label("开始", "Started"), type: "open", probability: 10 },
  { name: "won", label: label("赢单", "Won"), type: "won" },
  { name: "lost", label: label("输单", "Lost"), type: "lost" },
] as const;

/** Makes a pipeline and opens its editor; says what the server did not take. */
export function useNewPipeline() {
  const navigate = useNavigate();
  const intent = useIntent();
  const { errors, busy, submit } = useForm([]);
  const create = (object: string, name: string, map: LabelMap) =>
    submit({}, async () => {
      const body = { object, name, label: map, stages: FIRST_STAGES };
      const { data } = await intent.run(body, (key) => call(createPipeline, { body, key }));
      await navigate(data.id);
    });
  return { create, error: errors[""], busy };
}
