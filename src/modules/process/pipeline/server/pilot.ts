import {
  type CallOf,
  type Context,
  type Operation,
  creating,
  refuse,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import type { WritableOf } from "../../../../shared/metadata/record-of.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";
import type * as changes from "../shared/pipeline-changes.contract.ts";
import { problemsOf } from "./check-world.ts";
import { answer, saveDefinitions } from "./edit-pipeline.ts";
import { pipelineMessages } from "./messages.ts";
import { pipelineObject, pipelineVersionObject } from "./pipeline.object.ts";
import { badDefinition } from "./publish-pipeline.ts";
import { noPipeline, type PipelineRow, readPipeline } from "./read-pipeline.ts";
import { newestVersion } from "./read-version.ts";
import { inTransaction, type saveAll } from "./save-all.ts";
import { toWire } from "./to-wire.ts";

type Answered = ReturnType<typeof answer>;
const malformed = () => refuse({ status: 400, code: "malformed", text: pipelineMessages.malformed });

/**
 * POST /pipelines/:id/pilot: the draft holds for these departments and all below, on every road; elsewhere
 * nothing changes.
 */
export async function startPilot(
  context: Context,
  { params, body }: CallOf<typeof changes.startPilot>,
): Answered {
  return inTransaction(context, async (tx) => {
    const row = await readPipeline(tx, context, params.id, { lock: true });
    if (!row?.definition) return noPipeline();
    const { draft } = row;
    if (row.pilot) return refuse({ status: 409, code: "pilot_runs", text: pipelineMessages.pilot_runs });
    if (!draft)
      return refuse({ status: 422, code: "nothing_to_publish", text: pipelineMessages.nothing_to_publish });
    const problems = await problemsOf(tx, context, draft);
    if (problems.length > 0) return badDefinition(problems);
    if (stagesOf(draft) !== stagesOf(row.definition))
      return refuse({ status: 422, code: "pilot_stages", text: pipelineMessages.pilot_stages });
    const covers = await withBelow(tx, context, body.departments);
    if (covers.length === 0) return malformed();
    const version = (await newestVersion(tx, context, row.id)) + 1;
    const pilot = { definition: draft, version, departments: body.departments, covers, since: context.now };
    return change(tx, context, row, { pilot: toWire(pilot), draft: null }, [
      creating(pipelineVersionObject, {
        pipeline: row.id,
        number: version,
        definition: toWire(draft),
        map: {},
      }),
    ]);
  });
}
/** Names and types: a record must stand equally well under both versions. */
const stagesOf = ({ stages }: PipelineDefinition): string =>
  JSON.stringify(stages.map(({ name, type }) => `${name} ${type}`).toSorted());

/**
 * POST /pipelines/:id/pilot/end: it holds for all, or for nobody; then it is the draft again, unless another
 * was begun.
 */
export async function endPilot(
  context: Context,
  { params, body }: CallOf<typeof changes.endPilot>,
): Answered {
  return inTransaction(context, async (tx) => {
    const row = await readPipeline(tx, context, params.id, { lock: true });
    if (!row) return noPipeline();
    const { pilot } = row;
    if (!pilot) return refuse({ status: 409, code: "no_pilot", text: pipelineMessages.no_pilot });
    const { definition, version } = pilot;
    if (!body.adopt)
      return change(
        tx,
        context,
        row,
        { pilot: null, ...(row.draft ? {} : { draft: toWire(definition) }) },
        [],
      );
    const title = textOf(definition.label, context.company.language, definition.name);
    return change(
      tx,
      context,
      row,
      {
        pilot: null,
        definition: toWire(definition),
        label: definition.label,
        title,
        published_version: version,
        published_at: context.now,
      },
      [],
    );
  });
}

async function change(
  tx: Parameters<typeof saveAll>[0],
  context: Context,
  row: PipelineRow,
  values: WritableOf<typeof pipelineObject>,
  more: readonly Operation[],
): Answered {
  const saved = await saveDefinitions(tx, context, [updating(pipelineObject, row.id, values), ...more]);
  return saved.ok ? answer(tx, context, row.id) : saved;
}

async function withBelow(
  db: Executor,
  context: Context,
  departments: readonly string[],
): Promise<readonly string[]> {
  return (await db.query(coveredBy(context.workspace, departments))).map(({ id }) => id);
}
export const coveredBy = statement(
  { id: uuid },
  ({ record }, departments: readonly string[]) =>
    sql`with recursive covered as (select id from ${record("department")} where id = any(${departments}::uuid[]) and deleted_at is null
union select d.id from ${record("department")} d join covered c on d.parent = c.id where d.deleted_at is null) select id from covered`,
);
