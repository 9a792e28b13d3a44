import {
  type Catalog,
  type Context,
  type WriteContext,
  noteOf,
  notesIn,
  statement,
} from "../../../../engine/public.ts";
import { bigint, boolean, json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { PilotState } from "../shared/pilot.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";

/** A published pipeline as the engine's hooks use it. */
export interface PublishedPipeline {
  readonly id: string;
  readonly object: string;
  readonly isDefault: boolean;
  readonly defaultFor: string | null;
  readonly isRetired: boolean;
  readonly version: number;
  readonly definition: PipelineDefinition;
}
export interface Pipelines {
  /** What holds for records of this department: the published version, or the one that is tried out there. */
  find(id: unknown, department?: unknown): PublishedPipeline | undefined;
  of(object: string): readonly PublishedPipeline[];
  /** All that hold somewhere, those that are tried out included. */
  definitionsOf(object: string): readonly PipelineDefinition[];
  /** Of the department, else of the company, else the oldest one that takes new records. */
  defaultOf(object: string, department: unknown): PublishedPipeline | undefined;
}

/**
 * Publishing raises the version of definitions and so makes a new catalog: a set lives as long as the catalog
 * it was read with.
 */
const loaded = new WeakMap<Catalog, Pipelines>();
/** Noted by the endpoints that write definitions: nothing else may. */
const DEFINING = noteOf<true>("definitions of pipelines are written");
export const defineWith = ({ notes }: WriteContext): void => notes.set(DEFINING, true);
export const mayDefine = (tx: Executor, context: Context): boolean =>
  notesIn(tx, context)?.get(DEFINING) === true;

export const publishedPipelines = statement(
  {
    id: uuid,
    object: sure(text),
    default: orNull(boolean),
    default_for: orNull(uuid),
    retired: orNull(boolean),
    published_version: sure(bigint),
    definition: sure(json<PipelineDefinition>()),
    pilot: orNull(json<PilotState>()),
  },
  ({ record }) =>
    sql`select id, object, "default", default_for, retired, published_version, definition, pilot from ${record("pipeline")} where deleted_at is null and definition is not null order by created_at, id`,
);

/**
 * The published pipelines of the workspace. A write that changes them sees them as it has left them, and
 * nobody else does before it commits.
 */
export async function loadPipelines(db: Executor, context: Context): Promise<Pipelines> {
  const known = loaded.get(context.catalog);
  const isChanging = mayDefine(db, context);
  if (known && !isChanging) return known;
  const rows = await db.query(publishedPipelines(context.workspace));
  const pipelines = collect(
    rows.map((row) => ({
      id: row.id,
      object: row.object,
      isDefault: row.default === true,
      defaultFor: row.default_for,
      isRetired: row.retired === true,
      version: row.published_version,
      definition: row.definition,
      pilot: row.pilot,
    })),
  );
  if (!isChanging) loaded.set(context.catalog, pipelines);
  return pipelines;
}

function collect(all: readonly (PublishedPipeline & { readonly pilot: PilotState | null })[]): Pipelines {
  const byId = new Map(all.map((pipeline) => [pipeline.id, pipeline]));
  const tried = new Map(
    all.flatMap(({ pilot, ...pipeline }) =>
      pilot
        ? [
            [
              pipeline.id,
              {
                covers: new Set<unknown>(pilot.covers),
                pipeline: { ...pipeline, version: pilot.version, definition: pilot.definition },
              },
            ],
          ]
        : [],
    ),
  );
  const of = (object: string) => all.filter((pipeline) => pipeline.object === object);
  return {
    find: (id, department) => {
      if (typeof id !== "string") return undefined;
      const pilot = tried.get(id);
      return pilot?.covers.has(department) ? pilot.pipeline : byId.get(id);
    },
    of,
    definitionsOf: (object) =>
      of(object).flatMap(({ id, definition }) => {
        const trial = tried.get(id);
        return trial ? [definition, trial.pipeline.definition] : [definition];
      }),
    defaultOf: (object, department) => {
      const open = of(object).filter((pipeline) => !pipeline.isRetired);
      const own = department
        ? open.find((pipeline) => pipeline.isDefault && pipeline.defaultFor === department)
        : undefined;
      return (
        own ??
        open.find((pipeline) => pipeline.isDefault && pipeline.defaultFor === null) ??
        open.find((pipeline) => !pipeline.isDefault) ??
        open[0]
      );
    },
  };
}
