import {
  type CallOf,
  type Context,
  type Result,
  type Row,
  accept,
  answering,
  elevate,
  liveColumns,
  tablesOf,
  valuesOf,
} from "../../../../engine/public.ts";
import { integer, sure, text } from "../../../../platform/db/columns.ts";
import { spelled, sql, toStatement } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { recordOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { inOrder, type PipelineDefinition, type Stage, stageOf } from "../../pipeline/shared/public.ts";
import type { Impact, readImpact } from "../shared/gate-reports.contract.ts";
import { judgeMoves, type Judged } from "./judge-moves.ts";
import { noPipeline, readPipeline, versionOf } from "../../pipeline/public.ts";

/** Open records that are judged; beyond them the figures speak for the newest. */
const MOST = 2000;

/**
 * GET /pipelines/:id/impact: how many records a publication concerns, and how many could not take their next
 * step under it (`version`: of an earlier version, else of the draft).
 */
export async function publishImpact(
  context: Context,
  { params, query }: CallOf<typeof readImpact>,
): Promise<Result<Impact>> {
  const row = await readPipeline(context.db, context, params.id);
  const object = context.catalog.object(row?.object ?? "");
  if (!row || !object?.stageField) return noPipeline();
  const next = query.version
    ? await versionOf(context.db, context, row.id, Number(query.version))
    : (row.draft ?? row.definition);
  if (!next) return noPipeline();
  const [table, stage] = [tablesOf(context.workspace).record(object.name), spelled(ident(object.stageField))];
  const counts = await context.db.query(
    answering(
      { stage: sure(text), records: integer, open: integer },
      sql`select ${stage} as stage, count(*)::integer as records, (count(*) filter (where stage_type = 'open'))::integer as open from ${table} where pipeline = ${row.id}::uuid and deleted_at is null group by 1 order by 1`,
    ),
  );
  const columns = liveColumns(object).map((column) => ident(column.name));
  const rows = await context.db.query<Row>(
    toStatement(
      sql`select ${spelled(columns.join(", "))} from ${table} where pipeline = ${row.id}::uuid and stage_type = 'open' and deleted_at is null order by id desc limit ${MOST}`,
    ),
  );
  const records = rows.map((one) => valuesOf(object, one));
  const sum = (field: "records" | "open"): number => counts.reduce((total, one) => total + one[field], 0);
  return accept({
    records: sum("records"),
    open: sum("open"),
    removed: counts
      .filter(({ stage }) => !stageOf(next, stage))
      .map(({ stage, records: count }) => ({ stage, records: count })),
    judged: records.length,
    failing: await countFailing(context, object, next, records),
    failing_now: row.definition ? await countFailing(context, object, row.definition, records) : null,
  });
}

/** Records whose next step forward these rules would refuse today. */
async function countFailing(
  context: Context,
  object: CatalogObject,
  definition: PipelineDefinition,
  records: readonly Values[],
): Promise<number> {
  const field = object.stageField ?? "";
  const moves = records.flatMap((record): readonly Judged[] => {
    const from = stageOf(definition, record[field]);
    const to = from && nextOf(definition, from);
    if (!to) return [];
    const { id, stage_entered_at } = recordOf(staged, record);
    return [
      {
        key: id,
        record: id,
        values: { ...record, [field]: to.name },
        enteredAt: stage_entered_at,
        // Whoever will move it: roles and rights of the mover say nothing about the record.
        move: {
          definition,
          to,
          from: { pipeline: definition, stage: from },
          mover: { roles: to.movers ?? [], canReopen: true },
          reason: "-",
        },
      },
    ];
  });
  if (moves.length === 0) return 0;
  const full = elevate(context, "a publication is judged for all records");
  const answers = await context.db.transaction((tx) => judgeMoves(tx, full, object, moves));
  return [...answers.values()].filter(({ unmet }) => unmet.length > 0).length;
}

/** The next open stage, else the first that wins. */
function nextOf({ stages }: PipelineDefinition, from: Stage): Stage | undefined {
  const ordered = inOrder(stages);
  return (
    ordered.find((stage) => stage.type === "open" && stage.order > from.order) ??
    ordered.find((stage) => stage.type === "won")
  );
}
