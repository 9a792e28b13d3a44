import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { elevate } from "../../../engine/elevate.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import type { Context } from "../../../engine/context.ts";
import { hasAbility } from "../../../engine/access/rights-of.ts";
import type { Operation, OperationResult } from "../../../engine/record/contract.ts";
import { saveIn } from "../../../engine/record/save.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import { defineJobKind, type Outcome, type Work } from "../../../engine/jobs/job-kind.ts";
import { accept, type Refusal } from "../../../engine/refusal.ts";
import { label, textOf } from "../../../shared/i18n/label.ts";
import { say } from "../../../shared/i18n/messages.ts";
import type { Kept, UndoResult } from "../shared/run.contract.ts";
import { setRun } from "./finish-run.ts";
import { changeRun, loadRun, type Run } from "./run-store.ts";
import { planUndo, type UndoPlan, type Written } from "./plan-undo.ts";

const BATCH = 200;
const MAX_KEPT = 1000;
const NOTHING: UndoResult = { deleted: 0, restored: 0, kept: [], kept_total: 0 };

const Payload = Type.Object({ import: Type.String(), object: Type.String() });
/** Counts down to 1; then come the records that were made along the way. */
const Position = Type.Object({ row: Type.Integer() });
type Position = Static<typeof Position>;

/**
 * Takes back what an import wrote, last row first, then the records it made along the way. The import says
 * how far it is.
 */
export const importUndoKind = defineJobKind({
  name: "import_undo",
  task: "import.undo",
  label: label("撤销导入", "Undo of an import"),
  payload: Payload,
  position: Position,
  isFinal: true,
  hasOwnRecord: true,
  about: ({ object }) => object,
  async stateChanged(tx, context, { payload, status, error, finished_at }) {
    // Done, its parent has become undone; failed, it can be asked for again.
    if (status !== "failed" || !Value.Check(Payload, payload)) return;
    await setRun(tx, context, payload.import, { status, error, finished_at });
  },
  async open(context, { payload }) {
    const run = await loadRun(context.db, context, payload.import);
    return accept<Work<Position>>({
      total: run?.rows ?? 0,
      batch: (tx, acting, _, size) => undoBatch(tx, acting, payload.import, { size, refusal: null }),
      skip: (tx, acting, _, refusal) => undoBatch(tx, acting, payload.import, { size: 1, refusal }),
    });
  },
});

/** How many at most, and why the one that was taken is kept. */
interface Taking {
  readonly size: number;
  readonly refusal: Refusal | null;
}

async function undoBatch(
  tx: Transaction,
  context: Context,
  id: string,
  { size, refusal }: Taking,
): Promise<Outcome<Position>> {
  const limit = Math.min(size, BATCH);
  const run = await loadRun(tx, context, id, true);
  if (!run || run.status !== "running" || run.phase !== "undo")
    return { position: null, done: 0, refused: [] };
  const rows = run.next_row > 1 ? await writtenRows(tx, context, run, limit) : [];
  if (rows.length > 0)
    return takeBack(tx, context, run, {
      rows,
      nextRow: Math.min(...rows.map(({ row }) => row ?? 1)),
      refusal,
    });
  const targets = await linkedRecords(tx, context, run, limit);
  if (targets.length > 0) {
    const taken = await takeBack(tx, context, run, { rows: targets, nextRow: 1, refusal });
    await tx.query({
      text: `delete from ${systemTable(context.workspace, "import_link")} where import = $1 and record = any($2::uuid[])`,
      values: [id, targets.map(({ record }) => record)],
    });
    return taken;
  }
  await changeRun(tx, context, id, { undo: run.undo ?? NOTHING });
  return { position: null, done: 0, refused: [] };
}

async function writtenRows(tx: Transaction, context: Context, run: Run, limit: number): Promise<Written[]> {
  const rows = await tx.query<{ number: number; record: string }>({
    text: `select number, record from ${systemTable(context.workspace, "import_row")} where import = $1 and number < $2 and outcome in ('created', 'updated') and record is not null order by number desc limit $3`,
    values: [run.id, run.next_row, limit],
  });
  const seen = new Set<string>();
  return rows.map(({ number, record }) => {
    const again = seen.has(record);
    seen.add(record);
    return { object: run.options.object, record, row: number, again };
  });
}
async function linkedRecords(tx: Transaction, context: Context, run: Run, limit: number): Promise<Written[]> {
  const rows = await tx.query<{ record: string; object: string }>({
    text: `select record, object from ${systemTable(context.workspace, "import_link")} where import = $1 order by record desc limit $2`,
    values: [run.id, limit],
  });
  const lists = new Set(
    context.catalog
      .object(run.options.object)
      ?.fields.flatMap((field) => (field.kind === "children" ? [field.object] : [])),
  );
  return rows.map(({ record, object }) => ({
    object,
    record,
    row: null,
    again: false,
    isLine: lists.has(object),
  }));
}

async function takeBack(
  tx: Transaction,
  context: Context,
  run: Run,
  {
    rows,
    nextRow,
    refusal,
  }: {
    readonly rows: readonly Written[];
    readonly nextRow: number;
    readonly refusal: Refusal | null;
  },
): Promise<Outcome<Position>> {
  const plans = await planUndo(
    tx,
    context,
    run.id,
    rows.filter(({ again }) => !again),
  );
  const working = plans.filter(
    (plan): plan is Extract<UndoPlan, { is: "operation" }> => plan.is === "operation",
  );
  const along = working
    .flatMap((plan) => plan.along ?? [])
    .map(({ object, id }): Operation => ({ op: "delete", object, id, retract: true }));
  // What rules made because of the import goes first, with all rights: who imports does not make it.
  if (along.length > 0 && !refusal)
    await perform(tx, elevate(context, "what rules made because of an import goes with it"), run, along);
  const results: readonly OperationResult[] = refusal
    ? working.map(({ written }) => ({ ok: false, object: written.object, id: written.record, refusal }))
    : await perform(
        tx,
        context,
        run,
        working.map(({ operation }) => operation),
      );
  const kept = [
    ...plans.flatMap((plan) => (plan.kept ? [plan.kept] : [])),
    ...working.flatMap((plan, index): Kept[] => {
      const result = results[index];
      return result && !result.ok ? [refusedBy(plan, result, run)] : [];
    }),
  ];
  const count = (op: "deleted" | "updated"): number =>
    results.filter((result) => result.ok && result.op === op).length;
  const before = run.undo ?? NOTHING;
  const taken = rows.filter(({ row }) => row !== null).length;
  await changeRun(tx, context, run.id, {
    next_row: nextRow,
    undone: run.undone + taken,
    undo: {
      deleted: before.deleted + count("deleted"),
      restored: before.restored + count("updated"),
      kept: [...before.kept, ...kept].slice(0, MAX_KEPT),
      kept_total: before.kept_total + kept.length,
    },
  });
  return { position: { row: nextRow }, done: taken, refused: [] };
}

async function perform(
  tx: Transaction,
  context: Context,
  run: Run,
  operations: readonly Operation[],
): Promise<readonly OperationResult[]> {
  if (operations.length === 0) return [];
  const reason = say({ "zh-CN": "撤销导入 {file}", en: "Undo of the import {file}" }, run.language, {
    file: run.file_name,
  });
  const override = hasAbility(context, "pipeline.override") ? { override: { reason } } : {};
  const { results } = await saveIn(tx, context, {
    operations,
    road: "import",
    mode: "each",
    reason,
    cause: { object: "import", id: run.id, note: "undo" },
    ...override,
  });
  return results;
}

function refusedBy(
  plan: Extract<UndoPlan, { is: "operation" }>,
  result: Extract<OperationResult, { ok: false }>,
  run: Run,
): Kept {
  const { refusal } = result;
  const told = refusal.reasons[0] ?? { text: refusal.text, params: refusal.params };
  const text = textOf(told.text, run.language);
  const message = say({ "zh-CN": text, en: text }, run.language, told.params);
  const why =
    refusal.status === 404
      ? "gone"
      : refusal.code === "linked_by"
        ? "used"
        : refusal.code === "version_conflict"
          ? "changed"
          : "refused";
  return {
    object: plan.written.object,
    id: plan.written.record,
    title: plan.title,
    row: plan.written.row,
    why,
    fields: refusal.reasons.flatMap(({ field }) => (field ? [field] : [])),
    message,
  };
}
