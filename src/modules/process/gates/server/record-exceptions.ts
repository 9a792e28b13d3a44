import { type CallOf, type Context, type Result, accept, statement } from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import { recordOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { asValues } from "../shared/criterion.ts";
import { exceptionsIn, isExcused } from "../shared/exception.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { listRecordExceptions } from "../shared/moves.contract.ts";
import { criteriaIn } from "./evidence.hooks.ts";
import { unmetNow } from "./judge-moves.ts";
import { loadPipelines, readWhole, noRecord, stageObject } from "../../pipeline/public.ts";

export const namesOf = statement(
  { id: uuid, name: orNull(text) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, name from ${record("user")} where id = any(${ids}::uuid[])`,
);

/**
 * GET /records/:object/:id/exceptions: what the record was let past for a time and still lacks, soonest
 * first: what must be supplied, and by when.
 */
export async function recordExceptions(
  context: Context,
  { params }: CallOf<typeof listRecordExceptions>,
): Promise<Result<AnswerOf<typeof listRecordExceptions>>> {
  const found = stageObject(context, params.object);
  if (!found.ok) return found;
  const object = found.value;
  return context.db.transaction(async (tx) => {
    const read = await readWhole(tx, context, object, params.id);
    if (!read) return noRecord();
    const { record } = read;
    const { gate_state, pipeline, department, stage_type } = recordOf(staged, record);
    const exceptions = exceptionsIn(asValues(gate_state) ?? {});
    const definition = (await loadPipelines(tx, context)).find(pipeline, department)?.definition;
    // Tasks and stays belong to a visit that has ended: nobody can supply them now.
    const criteria = (definition ? criteriaIn(definition) : []).filter(
      ({ id, kind }) => exceptions.has(id) && kind !== "tasks" && kind !== "dwell",
    );
    if (criteria.length === 0 || stage_type !== "open") return accept({ data: [] });
    const unmet = await unmetNow(tx, context, object, record, criteria);
    const people = [...exceptions.values()].flatMap(({ by }) => by ?? []);
    const names = await tx.query(namesOf(context.workspace, people));
    const today = dayIn(context.company.zone, context.now);
    const data = criteria.flatMap(({ id }) => {
      const exception = exceptions.get(id);
      const missing = (unmet.get(id) ?? []).map(({ text }: { readonly text: LabelMap }) =>
        textOf(text, context.language),
      );
      if (!exception || missing.length === 0) return [];
      const { until, reason, by } = exception;
      return [
        {
          criterion: id,
          missing,
          until,
          reason,
          by: names.find((one) => one.id === by)?.name ?? null,
          is_over: !isExcused(exception, today),
        },
      ];
    });
    return accept({ data: data.toSorted((a, b) => (a.until < b.until ? -1 : 1)) });
  });
}
