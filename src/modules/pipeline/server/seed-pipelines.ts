import type { Context } from "../../../engine/context.ts";
import type { Operation } from "../../../engine/record/contract.ts";
import { newId } from "../../../engine/record/ids.ts";
import { save } from "../../../engine/record/save.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import { textOf } from "../../../shared/i18n/label.ts";
import { DEFAULT_PIPELINES } from "../shared/default-pipelines.ts";
import { toWire } from "./to-wire.ts";
import { moveRecords } from "./move-records.ts";

/** At each start: the default pipelines of a new workspace, months of visits ahead, and stage mappings that a crash cut short. */
export async function seedPipelines(context: Context): Promise<void> {
  await makeMonths(context);
  await makeDefaults(context);
  await finishMappings(context);
}

async function makeDefaults(context: Context): Promise<void> {
  const rows = await context.db.query<{ object: string }>({ text: `select distinct object from ${tableOf(context.workspace, "pipeline")}` });
  const known = new Set(rows.map((row) => row.object));
  const operations = DEFAULT_PIPELINES.filter((definition) => !known.has(definition.object) && context.catalog.object(definition.object)?.stageField).flatMap(
    (definition): Operation[] => {
      const id = newId();
      const { object, name, label } = definition;
      return [
        {
          op: "create",
          object: "pipeline",
          id,
          values: {
            object,
            name,
            label,
            title: textOf(label, context.company.language, name),
            default: true,
            definition: toWire(definition),
            published_version: 1,
            published_at: context.now,
          },
        },
        { op: "create", object: "pipeline_version", values: { pipeline: id, number: 1, definition: toWire(definition) } },
      ];
    },
  );
  if (operations.length === 0) return;
  const { results } = await save(context, { road: "seed", mode: "all", operations });
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) throw new Error(`default pipelines: ${refused.refusal.code} ${JSON.stringify(refused.refusal.reasons)}`);
}

/** Partitions from this month to two years on; one that the default partition already has rows of stays there. */
async function makeMonths(context: Context): Promise<void> {
  const table = systemTable(context.workspace, "stage_visit");
  const start = new Date(context.now);
  for (let ahead = 0; ahead < 24; ahead += 1) {
    const [from, to] = [ahead, ahead + 1].map((months) => new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)).toISOString());
    const name = `stage_visit_${(from ?? "").slice(0, 7).replace("-", "_")}`;
    const [taken] = await context.db.query<{ there: boolean; filled: boolean }>({
      text: `select to_regclass($1) is not null as there, exists (select 1 from ${systemTable(context.workspace, "stage_visit_other")} where entered_at >= $2::timestamptz and entered_at < $3::timestamptz) as filled`,
      values: [systemTable(context.workspace, name), from, to],
    });
    if (taken && !taken.there && !taken.filled)
      await context.db.query({
        text: `create table if not exists ${systemTable(context.workspace, name)} partition of ${table} for values from ('${from}') to ('${to}')`,
      });
  }
}

async function finishMappings(context: Context): Promise<void> {
  const rows = await context.db.query<{ pipeline: string; object: string; number: number; map: Record<string, string> | null }>({
    text: `select v.pipeline, p.object, v.number, v.map from ${tableOf(context.workspace, "pipeline_version")} v join ${tableOf(context.workspace, "pipeline")} p on p.id = v.pipeline and p.published_version = v.number
where p.deleted_at is null and v.map is not null and v.map <> '{}'::jsonb`,
  });
  for (const { pipeline, object, number, map } of rows) await moveRecords(context, { pipeline, object, version: number, map: map ?? {} });
}
