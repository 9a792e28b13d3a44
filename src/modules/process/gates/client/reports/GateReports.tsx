import type { PagePartProps } from "../../../../../ui/slots/pages.ts";
import { usePipeline } from "../../../pipeline/client/public.ts";
import { ExceptionsTable } from "./ExceptionsTable.tsx";
import { OverridesTable } from "./OverridesTable.tsx";

/** How the gates of a pipeline are got round, and what they were let be passed for a time. */
export function GateReports({ id }: PagePartProps) {
  const { data } = usePipeline(id);
  if (!data) return null;
  const { stages } = data.draft ?? data;
  return (
    <>
      <OverridesTable pipeline={id} stages={stages} />
      <ExceptionsTable pipeline={id} stages={stages} />
    </>
  );
}
