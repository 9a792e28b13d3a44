import {
  type Context,
  type Operation,
  type Outcome,
  type Work,
  accept,
  answering,
  defineJobKind,
  elevate,
  newId,
  refusedRecord,
  saveIn,
  tablesOf,
} from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import { type Static, Type } from "@sinclair/typebox";
import { fits } from "../../../../shared/wire/fits.ts";
import { ident, type Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { startJobIn } from "../../../base/jobs/public.ts";
import { pipelineMessages } from "./messages.ts";
import { hasStage } from "./move-of.ts";

/** `map`: {stage that is no more: stage that takes its records} */
const Mapping = Type.Object({
  pipeline: Type.String(),
  object: Type.String(),
  version: Type.Number(),
  map: Type.Record(Type.String(), Type.String()),
  /** How many records there were, where they are moved by a job. */
  records: Type.Optional(Type.Integer()),
});
export type Mapping = Static<typeof Mapping>;

export const MOVE_RECORDS = "job.stage_move";
export const BATCH = 500;

/**
 * Moves the records of removed stages, as many as there are. It looks only for records that still stand in
 * such a stage.
 */
export const stageMoveKind = defineJobKind({
  name: "stage_move",
  task: MOVE_RECORDS,
  label: label("迁移已删除阶段的记录", "Move of records out of deleted stages"),
  applies: hasStage,
  payload: Mapping,
  position: Type.String(),
  rights: "program",
  isFinal: true,
  about: ({ object }) => object,
  open: async (_, { payload }) =>
    accept<Work<string>>({
      ...(payload.records === undefined ? {} : { total: payload.records }),
      batch: (tx, context, after, size) => moveBatch(tx, context, payload, { after, size }),
    }),
});

/** The same in the request, where there are few. Answers how many it moved. */
export async function moveRecords(context: Context, mapping: Mapping): Promise<number> {
  let moved = 0;
  for (let after: string | null = null; ;) {
    const from: string | null = after;
    const { position, done }: Outcome<string> = await context.db.transaction((tx) =>
      moveBatch(tx, context, mapping, { after: from, size: BATCH }),
    );
    moved += done;
    if (position === null) return moved;
    after = position;
  }
}

async function moveBatch(
  tx: Transaction,
  context: Context,
  { pipeline, object, version, map }: Mapping,
  { after, size }: { readonly after: string | null; readonly size: number },
): Promise<Outcome<string>> {
  const nothing = { position: null, done: 0, refused: [] };
  const field = context.catalog.object(object)?.stageField;
  if (!field || Object.keys(map).length === 0) return nothing;
  const [table, stage] = [tablesOf(context.workspace).record(object), spelled(ident(field))];
  const rows = await tx.query(
    answering(
      { id: uuid, stage: sure(text) },
      sql`select id, ${stage} as stage from ${table} where pipeline = ${pipeline}::uuid and ${stage} = any(${Object.keys(map)}::text[])
        and (${after}::uuid is null or id > ${after}::uuid) and deleted_at is null order by id limit ${Math.min(size, BATCH)}`,
    ),
  );
  if (rows.length === 0) return nothing;
  const operations = rows.map(({ id, stage }): Operation => ({
    op: "update",
    object,
    id,
    values: { [field]: map[stage] ?? stage },
  }));
  const reason = say(pipelineMessages.stage_mapping, context.company.language, { version });
  const { results } = await saveIn(tx, elevate(context, "the mapping of a publication reaches all records"), {
    road: "rule",
    mode: "each",
    operations,
    override: { reason },
    reason,
    cause: { object: "pipeline", id: pipeline, note: `version ${version}` },
  });
  return {
    position: rows.at(-1)?.id ?? null,
    done: results.filter((result) => result.ok && result.op === "updated").length,
    refused: results.flatMap((result) =>
      result.ok ? [] : [refusedRecord(context, result.id ?? "", result.refusal)],
    ),
  };
}

/** In the queue of the version before, without a job. */
export const MOVE_RECORDS_BEFORE = "pipeline.move_records";
/** Who published; absent in those queued before it was kept. */
const Before = Type.Composite([
  Mapping,
  Type.Object({ by: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
]);
export async function moveRecordsBefore(context: Context, payload: unknown): Promise<void> {
  if (!fits(Before, payload)) throw new Error(`${MOVE_RECORDS_BEFORE}: unreadable payload`);
  const { by = null, ...mapping } = payload;
  const as = { actor: by, narrowed_to: null, language: context.company.language };
  await context.db.transaction((tx) =>
    startJobIn(tx, context, stageMoveKind, { id: newId(), payload: mapping, as }),
  );
}
