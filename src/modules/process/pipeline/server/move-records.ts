import { fits } from "../../../../shared/wire/fits.ts";
import {
  mapOf,
  nullable,
  number,
  object as shape,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";
import type { Context } from "../../../../engine/context.ts";
import { elevate } from "../../../../engine/elevate.ts";
import type { Operation } from "../../../../engine/record/contract.ts";
import { save } from "../../../../engine/record/save.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { ident } from "../../../../platform/db/database.ts";
import { onBehalfOf } from "../../../base/identity/public.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { pipelineMessages } from "./messages.ts";

/** `map`: {stage that is no more: stage that takes its records} */
const MappingBody = shape({
  pipeline: text(),
  object: text(),
  version: number(),
  map: mapOf(text()),
  /** Who published; absent in jobs queued before it was kept. */
  by: optional(nullable(text())),
});
export type Mapping = Static<typeof MappingBody>;

export const MOVE_RECORDS = "pipeline.move_records";
/** The same as a job, for as many records as there are. */
export async function moveRecordsJob(context: Context, payload: unknown): Promise<void> {
  if (!fits(MappingBody, payload)) throw new Error(`${MOVE_RECORDS}: unreadable payload`);
  await moveRecords(
    onBehalfOf(context, payload.by ?? null, "whoever publishes moves the records of removed stages"),
    payload,
  );
}
export const BATCH = 500;

/**
 * Moves the records of removed stages, in batches with a commit each. Begun again after a crash it goes on
 * where it stopped, as it looks only for records that still stand in such a stage. Answers how many it moved.
 */
export async function moveRecords(
  context: Context,
  { pipeline, object, version, map }: Mapping,
): Promise<number> {
  const field = context.catalog.object(object)?.stageField;
  if (!field || Object.keys(map).length === 0) return 0;
  const reason = say(pipelineMessages.stage_mapping, context.company.language, { version });
  const acting = elevate(context, "the mapping of a publication reaches all records");
  const cause = { object: "pipeline", id: pipeline, note: `version ${version}` };
  let moved = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await context.db.query<{ id: string; stage: string }>({
      text: `select id, ${ident(field)} as stage from ${tableOf(context.workspace, object)} where pipeline = $1::uuid and ${ident(field)} = any($2::text[]) and id > $3::uuid and deleted_at is null order by id limit ${BATCH}`,
      values: [pipeline, Object.keys(map), after],
    });
    if (rows.length === 0) return moved;
    const operations = rows.map(({ id, stage }): Operation => ({
      op: "update",
      object,
      id,
      values: { [field]: map[stage] ?? stage },
    }));
    const { results } = await save(acting, {
      road: "rule",
      mode: "each",
      operations,
      override: { reason },
      reason,
      cause,
    });
    moved += results.filter((result) => result.ok && result.op === "updated").length;
    after = rows.at(-1)?.id ?? after;
  }
}
