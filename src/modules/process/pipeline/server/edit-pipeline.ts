import {
  type CallOf,
  type Context,
  type Operation,
  type Result,
  accept,
  beginWrite,
  cleanLabels,
  creating,
  refuse,
  roadIn,
  statement,
  toItem,
  updating,
} from "../../../../engine/public.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { DEFAULT_RULES, type PipelineDefinition } from "../shared/pipeline.ts";
import type { PipelineChange } from "../shared/pipeline-body.contract.ts";
import type * as changes from "../shared/pipeline-changes.contract.ts";
import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { toWire } from "./to-wire.ts";
import { defineWith } from "./load-pipelines.ts";
import { criterionKinds } from "./criterion-kinds.ts";
import { pipelineMessages } from "./messages.ts";
import { mergeRules, toDefinition } from "./pipeline-body.ts";
import { pipelineObject } from "./pipeline.object.ts";
import { noPipeline, type PipelineRow, readPipeline } from "./read-pipeline.ts";
import { inTransaction, saveAll } from "./save-all.ts";
import { problemsOf } from "./check-world.ts";
import { showPipeline } from "./show-pipeline.ts";

interface OnePipeline {
  readonly data: PipelineView;
}

/** Writes definitions, as the person who changes them and by the way they came. */
export function saveDefinitions(
  tx: Transaction,
  context: Context,
  operations: readonly Operation[],
): ReturnType<typeof saveAll> {
  const writing = beginWrite(tx, context);
  defineWith(writing);
  return saveAll(tx, writing, { road: roadIn(context) }, operations);
}

export const pipelineNamed = statement(
  { id: uuid },
  ({ record }, object: string, name: string) =>
    sql`select id from ${record("pipeline")} where object = ${object} and name = ${name} and deleted_at is null`,
);

/** POST /pipelines: a draft that nobody uses before it is published. */
export async function createPipeline(
  context: Context,
  { body: given }: Pick<CallOf<typeof changes.createPipeline>, "body">,
): Promise<Result<OnePipeline>> {
  const body = cleanLabels(given);
  if (!context.catalog.object(body.object)?.stageField)
    return refuse({
      status: 422,
      code: "no_stages",
      text: pipelineMessages.no_stages,
      params: { object: body.object },
    });
  const definition = toDefinition(body, criterionKinds.read(context.hooks));
  return inTransaction(context, async (tx) => {
    const [taken] = await tx.query(pipelineNamed(context.workspace, body.object, body.name));
    if (taken)
      return refuse({
        status: 409,
        code: "name_taken",
        text: pipelineMessages.name_taken,
        params: { name: body.name },
      });
    const created = creating(pipelineObject, {
      object: body.object,
      name: body.name,
      label: body.label,
      title: textOf(body.label, context.company.language, body.name),
      draft: toWire(definition),
      default: body.default ?? false,
      default_for: body.default_for ?? null,
    });
    const saved = await saveDefinitions(tx, context, [created]);
    return saved.ok ? answer(tx, context, saved.value[0] ?? "") : saved;
  });
}

/** PATCH /pipelines/:id: stages, rules and label go into the draft; default and retired hold at once. */
export async function editPipeline(
  context: Context,
  { params, body: given }: Pick<CallOf<typeof changes.changePipeline>, "params" | "body">,
): Promise<Result<OnePipeline>> {
  const body = cleanLabels(given);
  return inTransaction(context, async (tx) => {
    const row = await readPipeline(tx, context, params.id, { lock: true });
    if (!row) return noPipeline();
    const { label, stages, rules, ...settings } = body;
    const draft =
      label !== undefined || stages !== undefined || rules !== undefined
        ? nextDraft(context, row, body)
        : undefined;
    const changed = updating(pipelineObject, row.id, {
      ...settings,
      ...(draft ? { draft: toWire(draft) } : {}),
    });
    const isDefault = settings.default ?? row.default === true;
    const others =
      isDefault && row.definition && (settings.default !== undefined || settings.default_for !== undefined)
        ? await otherDefaults(tx, context, {
            ...row,
            default_for: settings.default_for === undefined ? row.default_for : settings.default_for,
          })
        : [];
    const saved = await saveDefinitions(tx, context, [changed, ...others]);
    return saved.ok ? answer(tx, context, row.id) : saved;
  });
}

function nextDraft(
  context: Context,
  row: PipelineRow,
  { label, stages, rules }: PipelineChange,
): PipelineDefinition {
  // What is tried out in some departments is to hold for all: the next draft goes on from there.
  const base = row.draft ?? row.pilot?.definition ?? row.definition;
  const named = { object: row.object, name: row.name, label: label ?? base?.label ?? row.label };
  const merged = mergeRules(base?.rules ?? DEFAULT_RULES, rules ?? {});
  const kinds = criterionKinds.read(context.hooks);
  const drawn = stages ? toDefinition({ ...named, stages }, kinds).stages : (base?.stages ?? []);
  return { ...named, stages: drawn, rules: merged };
}

export const defaultsBeside = statement(
  { id: uuid },
  ({ record }, { object, id, default_for }: Pick<PipelineRow, "id" | "object" | "default_for">) =>
    sql`select id from ${record("pipeline")} where object = ${object} and id <> ${id}::uuid and "default" and default_for is not distinct from ${default_for}::uuid and deleted_at is null`,
);

/** One default for an object and department: the others step back. */
export async function otherDefaults(
  tx: Transaction,
  context: Context,
  row: Pick<PipelineRow, "id" | "object" | "default_for">,
): Promise<readonly Operation[]> {
  const rows = await tx.query(defaultsBeside(context.workspace, row));
  return rows.map(({ id }) => updating(pipelineObject, id, { default: false }));
}

export async function answer(db: Executor, context: Context, id: string): Promise<Result<OnePipeline>> {
  const row = await readPipeline(db, context, id);
  return row ? accept({ data: await withFaults(db, context, row) }) : noPipeline();
}

/**
 * A pipeline for those who edit it. What is wrong with the draft is said as it is saved, not only when it is
 * published.
 */
export async function withFaults(db: Executor, context: Context, row: PipelineRow): Promise<PipelineView> {
  const faults = row.draft ? await problemsOf(db, context, row.draft) : [];
  const problems = faults.map(({ path, code, text }) =>
    toItem({ code, field: path, text }, context.language),
  );
  return { ...showPipeline(row, { withDraft: true }), problems };
}
