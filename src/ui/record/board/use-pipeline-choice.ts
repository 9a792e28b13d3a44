import { usePipelines } from "../../data/pipelines.ts";
import { usePreference } from "../../data/session.ts";

/** The pipelines of an object, and the one to show: as last chosen, else the default, else the first. */
export function usePipelineChoice(object: string) {
  const pipelines = usePipelines(object);
  const [kept, choose] = usePreference<string>(`board.${object}`, "");
  const pipeline =
    pipelines.find((one) => one.id === kept) ?? pipelines.find((one) => one.default) ?? pipelines[0];
  return { pipelines, pipeline, choose };
}
