import type { Executor } from "../../platform/db/database.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { isRestorer } from "../record/lock-records.ts";
import type { Cause, Kept, OnlyFields, UndoPlan, Written } from "./contract.ts";
import { findHanging } from "./find-hanging.ts";
import { findHosted } from "./find-hosted.ts";
import { groupBy } from "../kernel/group-by.ts";
import { planRecord } from "./plan-record.ts";
import { readLog } from "./read-log.ts";
import { readStates, type RecordState } from "./read-states.ts";

export interface UndoPlans {
  readonly plans: readonly UndoPlan[];
  readonly states: ReadonlyMap<string, RecordState>;
}

/** What to do with each record that a cause wrote. The number of statements does not depend on the records. */
export async function planUndo(
  db: Executor,
  context: Context,
  cause: Cause,
  written: readonly Written[],
  only?: OnlyFields,
): Promise<UndoPlans> {
  if (written.length === 0) return { plans: [], states: new Map() };
  const ids = written.map(({ record }) => record);
  const rows = await readLog(db, context, cause, ids);
  const log = groupBy(rows, ({ record }) => record);
  const states = await readStates(db, context, written);
  const hosted = await findHosted(db, context, cause, written, log);
  const mine = rows.filter(({ by }) => by === "mine");
  const { used, along } = await findHanging(db, context, cause, written, {
    made: mine.flatMap(({ kind, record }) => (kind === "create" ? [record] : [])),
    since: mine[0]?.at ?? null,
  });
  const plans = written.map((one) => {
    const plan = planRecord(context.catalog.object(one.object), one, {
      log: log.get(one.record) ?? [],
      state: states.get(one.record),
      isUsed: used.has(one.record),
      isHosted: hosted.has(one.record),
      along: along.get(one.record) ?? [],
      ...(only?.record === one.record ? { only: only.fields } : {}),
    });
    const actors = (log.get(one.record) ?? []).flatMap(({ by, actor }) => (by === "mine" ? [actor] : []));
    return withRights(context, plan, states.get(one.record), actors);
  });
  return { plans, states };
}

/**
 * Rules wrote for somebody: who that was may revert it with the rights of the program, others if they might
 * write it themselves.
 */
function withRights(
  context: Context,
  plan: UndoPlan,
  state: RecordState | undefined,
  actors: readonly (string | null)[],
): UndoPlan {
  const { written, title } = plan;
  const { kind, id } = context.principal;
  if (
    plan.is === "operation" &&
    written.byRules &&
    kind !== "system" &&
    !actors.every((actor) => actor === id) &&
    !mayDo(context, plan.operation, state)
  ) {
    const kept: Kept = { object: written.object, id: written.record, title, why: "refused", fields: [] };
    return { written, title, is: "nothing", kept: readableOf(context, kept, state) };
  }
  return plan.kept ? { ...plan, kept: readableOf(context, plan.kept, state) } : plan;
}

/** Whether the caller's rights allow it, as far as that is known before it is written. */
export function mayDo(context: Context, { op }: Operation, state: RecordState | undefined): boolean {
  if (!state?.reads || (op === "restore" && !isRestorer(context))) return false;
  return op === "update" ? state.updates : state.deletes;
}

/**
 * Without fields that the caller may not read. A record that they may not read is gone for them, as for whoever
 * asks for it by id.
 */
export function readableOf(context: Context, kept: Kept, state: RecordState | undefined): Kept {
  const object = context.catalog.object(kept.object);
  if (!object || state?.reads !== true)
    return { object: kept.object, id: kept.id, title: null, why: "gone", fields: [] };
  return {
    ...kept,
    fields: kept.fields.filter((name) => isReadable(fieldRight(context, object, name))),
  };
}
