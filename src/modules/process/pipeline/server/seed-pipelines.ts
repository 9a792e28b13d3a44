import {
  type Context,
  type Operation,
  creating,
  ensurePartitions,
  newId,
  save,
  statement,
} from "../../../../engine/public.ts";
import { bigint, json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { DEFAULT_PIPELINES } from "../shared/default-pipelines.ts";
import { NEEDS_SURVEY } from "../shared/needs-survey.ts";
import { fillSlipsOnce } from "./clocks/fill-slips.ts";
import { toWire } from "./to-wire.ts";
import { pipelineObject, pipelineVersionObject } from "./pipeline.object.ts";
import { moveRecords } from "./move-records.ts";

/**
 * At each start: the default pipelines of a new workspace, months of visits ahead, and stage mappings that a
 * crash cut short.
 */
export async function seedPipelines(context: Context): Promise<void> {
  await ensurePartitions(context.db, context.workspace, "stage_visit", "entered_at", context.now);
  await makeDefaults(context);
  await finishMappings(context);
  await fillSlipsOnce(context);
}

export const objectsWithPipelines = statement(
  { object: orNull(text) },
  ({ record }) => sql`select distinct object from ${record("pipeline")}`,
);
export const formNamed = statement(
  { id: uuid },
  ({ record }, name: string) => sql`select id from ${record("form")} where name = ${name}`,
);
export const publishedMappings = statement(
  {
    pipeline: sure(uuid),
    object: sure(text),
    number: sure(bigint),
    map: sure(json<Readonly<Record<string, string>>>()),
  },
  ({ record }) =>
    sql`select v.pipeline, p.object, v.number, v.map from ${record("pipeline_version")} v join ${record("pipeline")} p on p.id = v.pipeline and p.published_version = v.number
where p.deleted_at is null and v.map is not null and v.map <> '{}'::jsonb`,
);

async function makeDefaults(context: Context): Promise<void> {
  const rows = await context.db.query(objectsWithPipelines(context.workspace));
  const known = new Set(rows.map((row) => row.object));
  const operations = DEFAULT_PIPELINES.filter(
    (definition) => !known.has(definition.object) && context.catalog.object(definition.object)?.stageField,
  ).flatMap((definition): Operation[] => {
    const id = newId();
    const { object, name, label } = definition;
    return [
      creating(
        pipelineObject,
        {
          object,
          name,
          label,
          title: textOf(label, context.company.language, name),
          default: true,
          definition: toWire(definition),
          published_version: 1,
          published_at: context.now,
        },
        { id },
      ),
      creating(pipelineVersionObject, { pipeline: id, number: 1, definition: toWire(definition) }),
    ];
  });
  if (operations.length === 0) return;
  // The shipped gates ask for it: without it nobody could pass them.
  const { name, label, questions } = NEEDS_SURVEY;
  const [survey] = await context.db.query(formNamed(context.workspace, name));
  if (!survey && !known.has("opportunity"))
    operations.unshift(creating(form, { name, label, questions: toWire(questions) }));
  const { results } = await save(context, { road: "seed", mode: "all", operations });
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok)
    throw new Error(`default pipelines: ${refused.refusal.code} ${JSON.stringify(refused.refusal.reasons)}`);
}

async function finishMappings(context: Context): Promise<void> {
  for (const { number: version, ...mapping } of await context.db.query(publishedMappings(context.workspace)))
    await moveRecords(context, { ...mapping, version });
}
