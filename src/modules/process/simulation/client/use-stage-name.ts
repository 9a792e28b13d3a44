import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";

/** What a stage is called, in the draft or else in the published version. */
export function useStageName({ draft, stages }: PipelineView): (name: string | null) => string {
  const { of } = useLanguage();
  const all = [...(draft?.stages ?? []), ...stages];
  return (name) => (name === null ? "–" : of(all.find((stage) => stage.name === name)?.label, name));
}
