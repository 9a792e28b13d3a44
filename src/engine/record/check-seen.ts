import type { Transaction } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { explainConflict } from "./explain-conflict.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";

interface Seen {
  readonly object: CatalogObject;
  readonly id: string;
  /** The record as it is locked. */
  readonly record: Readonly<Values>;
  readonly seen: number | undefined;
  readonly values: Readonly<Values>;
}
/**
 * What `save` checks of one write, for work that writes a locked record in several steps: a money document
 * needs the version that was seen, and it must be the present one.
 */
export async function checkSeen(
  tx: Transaction,
  context: Context,
  { object, id, record, seen, values }: Seen,
): Promise<Result<null>> {
  if (seen === undefined)
    return object.money_document && context.principal.kind !== "system"
      ? refuse({
          status: 428,
          code: "if_match_required",
          text: withLabel(recordMessages.if_match_required, object),
        })
      : accept(null);
  const { version } = partOf(anyRecord, record);
  if (seen === version) return accept(null);
  const reasons = await explainConflict(
    tx,
    context,
    { object, id, before: record, operation: { op: "update", values } },
    { since: seen, besides: [] },
  );
  const conflict = {
    id,
    version: version ?? null,
    fields: reasons.flatMap(({ field }) => field ?? []),
  };
  return refuse({
    status: 409,
    code: "version_conflict",
    text: recordMessages.version_conflict,
    reasons,
    extra: { conflict },
  });
}
