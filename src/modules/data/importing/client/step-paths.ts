import { useSearchParams } from "react-router";
import type { Inspected } from "../shared/inspection.contract.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import type { ImportStep } from "./ImportSteps.tsx";
import { mappingPath } from "./import-data.ts";

type Paths = Partial<Record<ImportStep, string>>;

/** Where each step of the file in hand is; a step that cannot be gone to yet has no path. */
export function useStepPaths(inspected: Inspected | null): {
  readonly isAtUpload: boolean;
  readonly links: Paths;
} {
  const [search] = useSearchParams();
  const isAtUpload = search.get("step") === "upload";
  if (!inspected) return { isAtUpload, links: {} };
  const { from, dry_run } = inspected;
  const here = new URLSearchParams({
    object: search.get("object") ?? "",
    ...(from === undefined ? { upload: inspected.upload } : { from }),
  });
  const match = `/imports/new?${here.toString()}`;
  const done = from === undefined ? {} : { [dry_run === false ? "import" : "review"]: `/imports/${from}` };
  return { isAtUpload, links: { upload: `${match}&step=upload`, match, ...done } };
}

/** From the dry run back to the file and its mapping. */
export const pathsFrom = (answer: Pick<ImportAnswer, "id" | "object" | "dry_run" | "status">): Paths =>
  answer.dry_run && answer.status === "done"
    ? { upload: `${mappingPath(answer)}&step=upload`, match: mappingPath(answer) }
    : {};
