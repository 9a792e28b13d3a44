import { type Add, systemTable } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues } from "../shared/criterion.ts";
import { type Exception, exceptionsIn } from "../shared/exception.ts";
import { hasStage } from "../../pipeline/public.ts";

/**
 * Exceptions as a ledger, so that those which are over can be listed: the record's `gate_state` is what
 * judges.
 */
export const gateExceptions: Add = {
  word: "add",
  name: "gate.exceptions",
  label: label("登记限期放行", "Records exceptions with an end date"),
  applies: (object) => hasStage(object) && object.byName["gate_state"] !== undefined,
  writes: [],
  run: async ({ context, object, changes }) => {
    const rows = changes.flatMap((change) => {
      if (change.deleting || !change.changed.has("gate_state")) return [];
      const before = exceptionsOf(change.before);
      return [...exceptionsOf(change.after)]
        .filter(([criterion, exception]) => before.get(criterion)?.at !== exception.at)
        .map(([criterion, { until, at, by, reason }]) => ({
          record: change.id,
          object: object.name,
          pipeline: partOf(staged, change.after).pipeline ?? null,
          stage: change.after[object.stageField ?? ""] ?? null,
          criterion,
          until,
          granted_at: at,
          granted_by: by,
          reason,
        }));
    });
    if (rows.length === 0) return {};
    const table = systemTable(context.workspace, "gate_exception");
    return { ledger: [{ text: write(table), values: [JSON.stringify(rows)] }] };
  },
};
const exceptionsOf = (record: Readonly<Values> | null): ReadonlyMap<string, Exception> =>
  exceptionsIn(asValues(partOf(staged, record).gate_state) ?? {});

const COLUMNS = "record, criterion, object, pipeline, stage, until, granted_at, granted_by, reason";
const write = (table: string): string => `insert into ${table} (${COLUMNS}) select ${COLUMNS}
from jsonb_to_recordset($1::jsonb) as x(record uuid, criterion text, object text, pipeline uuid, stage text, until date, granted_at timestamptz, granted_by uuid, reason text)
on conflict (record, criterion) do update set pipeline = excluded.pipeline, stage = excluded.stage, until = excluded.until, granted_at = excluded.granted_at, granted_by = excluded.granted_by, reason = excluded.reason`;
