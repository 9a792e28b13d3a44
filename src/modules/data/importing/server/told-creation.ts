import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { importReason } from "../shared/reasons.labels.ts";
import type { BuildContext } from "./build-context.ts";
import type { Match } from "./find-matches.ts";
import type { ReadRow } from "./read-row.ts";

/** Whether the record is known to be as old as it is told to be. */
export const isOnRecord = ({ zone }: BuildContext, createdAt: string, { created_at }: Match): boolean =>
  dayIn(zone, createdAt) >= dayIn(zone, created_at);
/** A record is not made later than it was. */
export function createdNotes(build: BuildContext, row: ReadRow, { created_at }: Match): readonly Reason[] {
  if (row.createdAt === undefined) return [];
  const [told, known] = [dayIn(build.zone, row.createdAt), dayIn(build.zone, created_at)];
  return told > known ? [importReason("created_on_record", { told, known }, "created_at")] : [];
}
