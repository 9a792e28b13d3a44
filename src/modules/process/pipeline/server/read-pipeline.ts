import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, isUuid, refuse, tableOf } from "../../../../engine/public.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { PilotState } from "../shared/pilot.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";
import { pipelineMessages } from "./messages.ts";

export interface PipelineRow {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly label: LabelMap;
  readonly default: boolean | null;
  readonly default_for: string | null;
  readonly retired: boolean | null;
  readonly published_version: number | null;
  readonly published_at: string | null;
  readonly definition: PipelineDefinition | null;
  readonly draft: PipelineDefinition | null;
  readonly pilot: PilotState | null;
}
const COLUMNS = `id, object, name, label, "default", default_for, retired, published_version, published_at, definition, draft, pilot`;

export async function readPipeline(
  db: Executor,
  context: Context,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<PipelineRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query<PipelineRow>({
    text: `select ${COLUMNS} from ${tableOf(context.workspace, "pipeline")} where id = $1::uuid and deleted_at is null${options.lock ? " for update" : ""}`,
    values: [id],
  });
  return row ?? null;
}

/** All of an object (or of every object), the default first. */
export async function readPipelines(
  db: Executor,
  context: Context,
  object: string | undefined,
): Promise<readonly PipelineRow[]> {
  return db.query<PipelineRow>({
    text: `select ${COLUMNS} from ${tableOf(context.workspace, "pipeline")} where deleted_at is null and ($1::text is null or object = $1::text) order by object, "default" desc nulls last, created_at, id limit 500`,
    values: [object ?? null],
  });
}
export const noPipeline = () => refuse({ status: 404, code: "not_found", text: pipelineMessages.not_found });
