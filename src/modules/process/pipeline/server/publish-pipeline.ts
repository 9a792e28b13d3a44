import {
  type CallOf,
  type Context,
  type Operation,
  type Result,
  accept,
  answering,
  creating,
  newId,
  refuse,
  tablesOf,
  updating,
} from "../../../../engine/public.ts";
import { bigint, sure, text } from "../../../../platform/db/columns.ts";
import { joined, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import { startJobIn } from "../../../base/jobs/public.ts";
import { ident } from "../../../../platform/db/database.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { DefinitionProblem } from "../shared/definition-problem.ts";
import { type PipelineDefinition, stageOf } from "../shared/pipeline.ts";
import type * as changes from "../shared/pipeline-changes.contract.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { problemsOf } from "./check-world.ts";
import { otherDefaults, saveDefinitions } from "./edit-pipeline.ts";
import { toWire } from "./to-wire.ts";
import { pipelineMessages } from "./messages.ts";
import { BATCH, type Mapping, moveRecords, stageMoveKind } from "./move-records.ts";
import { pipelineObject, pipelineVersionObject } from "./pipeline.object.ts";
import { noPipeline, type PipelineRow, readPipeline } from "./read-pipeline.ts";
import { inTransaction } from "./save-all.ts";
import { newestVersion, versionOf } from "./read-version.ts";
import { showPipeline } from "./show-pipeline.ts";

/**
 * POST /pipelines/:id/publish: the draft becomes the next version; records of removed stages move to where
 * `map` says.
 */
export async function publishPipeline(
  context: Context,
  { params, body }: Pick<CallOf<typeof changes.publishPipeline>, "params" | "body">,
): Promise<Result<AnswerOf<typeof changes.publishPipeline>>> {
  const map = body.map ?? {};
  const published = await inTransaction(context, async (tx) => {
    const done = await publishIn(tx, context, params.id, map, body.version);
    // The job is there when the version is there, whatever dies right after the commit.
    if (done.ok && done.value.removed > BATCH)
      await startJobIn(tx, context, stageMoveKind, {
        id: newId(),
        payload: { ...mappingOf(done.value, map), records: done.value.removed },
      });
    return done;
  });
  if (!published.ok) return published;
  const { row } = published.value;
  const isSmall = published.value.removed <= BATCH;
  const moved = isSmall ? await moveRecords(context, mappingOf(published.value, map)) : 0;
  const fresh = await readPipeline(context.db, context, row.id);
  return fresh
    ? accept({
        data: showPipeline(fresh, { withDraft: true }),
        moved,
        moving: isSmall ? 0 : published.value.removed,
      })
    : noPipeline();
}

export function badDefinition(problems: readonly DefinitionProblem[]): Result<never> {
  const reasons = problems.map(({ path, code, text }): Reason => ({ code, field: path, text }));
  return refuse({
    status: 422,
    code: "bad_definition",
    text: pipelineMessages.bad_definition,
    params: { count: problems.length },
    reasons,
  });
}

interface Published {
  readonly row: PipelineRow;
  readonly version: number;
  /** Records that stand in removed stages. */
  readonly removed: number;
}
const mappingOf = ({ row, version }: Published, map: Readonly<Record<string, string>>): Mapping => ({
  pipeline: row.id,
  object: row.object,
  version,
  map,
});
async function publishIn(
  tx: Transaction,
  context: Context,
  id: string,
  map: Readonly<Record<string, string>>,
  earlier?: number,
): Promise<Result<Published>> {
  const row = await readPipeline(tx, context, id, { lock: true });
  if (!row) return noPipeline();
  const draft = earlier === undefined ? row.draft : await versionOf(tx, context, row.id, earlier);
  if (row.pilot) return refuse({ status: 409, code: "pilot_runs", text: pipelineMessages.pilot_runs });
  if (!draft && earlier !== undefined)
    return refuse({
      status: 404,
      code: "no_version",
      text: pipelineMessages.no_version,
      params: { version: earlier },
    });
  if (!draft)
    return row.definition
      ? accept({ row, version: row.published_version ?? 1, removed: 0 })
      : refuse({ status: 422, code: "nothing_to_publish", text: pipelineMessages.nothing_to_publish });
  const problems = await problemsOf(tx, context, draft);
  if (problems.length > 0) return badDefinition(problems);
  const unmapped = await unmappedStages(tx, context, row, draft, map);
  if (!unmapped.ok) return unmapped;
  const version = (await newestVersion(tx, context, row.id)) + 1;
  const others = row.default === true ? await otherDefaults(tx, context, row) : [];
  const operations: readonly Operation[] = [
    updating(pipelineObject, id, {
      definition: toWire(draft),
      ...(earlier === undefined ? { draft: null } : {}),
      label: draft.label,
      title: textOf(draft.label, context.company.language, draft.name),
      published_version: version,
      published_at: context.now,
    }),
    ...others,
    creating(pipelineVersionObject, { pipeline: id, number: version, definition: toWire(draft), map }),
  ];
  const saved = await saveDefinitions(tx, context, operations);
  return saved.ok ? accept({ row, version, removed: unmapped.value }) : saved;
}

/** Every removed stage that still holds records must be mapped to a stage of the new version. */
async function unmappedStages(
  db: Executor,
  context: Context,
  row: PipelineRow,
  draft: PipelineDefinition,
  map: Readonly<Record<string, string>>,
): Promise<Result<number>> {
  const counts = await countRemoved(db, context, row, draft);
  const stageLabel = (name: string) =>
    (row.definition ? stageOf(row.definition, name)?.label : undefined) ?? name;
  const missing = counts
    .filter(({ stage }) => !map[stage])
    .map(({ stage, records }): Reason => ({
      code: "map_required",
      field: `map.${stage}`,
      params: { stage, count: records },
      text: compose(pipelineMessages.map_stage, { stage: stageLabel(stage), count: records }),
    }));
  const unknown = Object.entries(map)
    .filter(([, to]) => !stageOf(draft, to))
    .map(([from, to]): Reason => ({
      code: "map_unknown",
      field: `map.${from}`,
      params: { stage: to },
      text: compose(pipelineMessages.map_unknown, { stage: to }),
    }));
  const reasons = [...missing, ...unknown];
  const records = counts.reduce((sum, one) => sum + one.records, 0);
  if (reasons.length === 0) return accept(records);
  return refuse({
    status: 422,
    code: "map_required",
    text: pipelineMessages.map_required,
    params: { count: counts.reduce((sum, one) => sum + one.records, 0) },
    reasons,
  });
}

/** Records that stand in a stage which the new version no longer has. */
async function countRemoved(
  db: Executor,
  context: Context,
  row: PipelineRow,
  draft: PipelineDefinition,
): Promise<readonly { readonly stage: string; readonly records: number }[]> {
  const field = context.catalog.object(row.object)?.stageField;
  if (!field) return [];
  const kept = draft.stages.map((stage) => stage.name).toSorted();
  const [table, stage] = [tablesOf(context.workspace).record(row.object), spelled(ident(field))];
  return db.query(
    answering(
      { stage: sure(text), records: bigint },
      sql`select ${stage} as stage, count(*) as records from ${table} where pipeline = ${row.id}::uuid and (${besides(stage, kept)}) and deleted_at is null group by 1 order by 1`,
    ),
  );
}

/**
 * `column` is none of the sorted words: spelled as the gaps between them, which an index finds among a million
 * records.
 */
function besides(column: Sql, words: readonly string[]): Sql {
  const gaps = [undefined, ...words].map((from, at): Sql => {
    const to = words[at];
    const ends = [
      ...(from === undefined ? [] : [sql`${column} > ${from}::text`]),
      ...(to === undefined ? [] : [sql`${column} < ${to}::text`]),
    ];
    return ends.length === 0 ? sql`true` : sql`(${joined(ends, " and ")})`;
  });
  return joined(gaps, " or ");
}
