import type { Transaction } from "../../platform/db/database.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { linkedId } from "../../shared/metadata/wire-value.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import { saveIn } from "../record/save.ts";
import { systemTable } from "../schema/names.ts";
import type { Cause, Kept, Undoing, Written } from "./contract.ts";
import { isHangingLink } from "./find-hanging.ts";
import { REFILLED } from "./is-caused.ts";
import { readableOf } from "./plan-undo.ts";
import { readStates } from "./read-states.ts";

/** Lines that one deletion leaves behind itself in the log, at most: its transaction is short. */
const WINDOW = 20_000;

interface EmptiedLinks extends Written {
  /** What the links held. */
  readonly values: Values;
}

/**
 * Deleting a record empties links that lead to it, in the same transaction. Once an undo has restored the
 * record, those links lead to it again, with the rights of the program, as they were emptied. A field that
 * somebody wrote since stays as it is, and is listed among what stays. Two statements, and one write.
 */
export async function refillLinks(
  tx: Transaction,
  context: Context,
  undoing: Undoing,
  restored: readonly string[],
): Promise<readonly Kept[]> {
  if (restored.length === 0 || !undoing.range) return [];
  const emptied = await findEmptied(tx, context, undoing.cause, restored, undoing.range.to);
  if (emptied.length === 0) return [];
  const { cause, reason, road = "bulk" } = undoing;
  const { results } = await saveIn(tx, elevate(context, "links emptied by a deletion are filled again"), {
    operations: emptied.map(({ object, record, values }) => ({
      op: "update",
      object,
      id: record,
      values,
      base: Object.fromEntries(Object.keys(values).map((name) => [name, null])),
    })),
    road,
    mode: "each",
    ...(reason ? { reason } : {}),
    cause: { ...cause, note: REFILLED },
  });
  const refused = emptied.filter((_, at) => results[at]?.ok === false);
  if (refused.length === 0) return [];
  const states = await readStates(tx, context, refused);
  return refused.map(({ object, record, values }) => {
    const state = states.get(record);
    const fields = Object.keys(values);
    const kept = { object, id: record, title: state?.title ?? null, why: "changed", fields } as const;
    return readableOf(context, kept, state);
  });
}

interface EmptyingLine {
  readonly object: string;
  readonly record: string;
  readonly before: Values;
  readonly after: Values;
  /** Fields that were written since. */
  readonly since: readonly string[];
}

async function findEmptied(
  tx: Transaction,
  context: Context,
  cause: Cause,
  restored: readonly string[],
  to: number,
): Promise<readonly EmptiedLinks[]> {
  const changes = systemTable(context.workspace, "changes");
  const lines = await tx.query<EmptyingLine>({
    text: `with deletions as (select min(seq) as first, max(seq) as last from ${changes} where record = any($1::uuid[]) and kind = 'delete' and seq <= $2
        and note -> 'cause' ->> 'object' = $3 and note -> 'cause' ->> 'id' = $4)
      select c.object, c.record, c.before, c.after, array(select distinct field from ${changes} l, jsonb_object_keys(l.after) field where l.record = c.record and l.seq > c.seq) as since
      from ${changes} c where c.seq between (select first from deletions) and (select last + ${WINDOW} from deletions) and c.seq <= $2
        and c.kind = 'update' and c.note -> 'cause' ->> 'note' = 'deleted' order by c.seq`,
    values: [restored, to, cause.object, cause.id],
  });
  const targets = new Set(restored);
  const found = new Map<string, EmptiedLinks>();
  for (const { object, record, before, after, since } of lines) {
    const byName = context.catalog.object(object)?.byName ?? {};
    const wasEmptied = ([name, held]: [string, WireValue]): boolean =>
      isHangingLink(byName[name]) &&
      after[name] === null &&
      targets.has(linkedId(held) ?? "") &&
      !since.includes(name);
    const values = Object.fromEntries(Object.entries(before).filter(wasEmptied));
    if (Object.keys(values).length === 0) continue;
    found.set(record, { object, record, values: { ...found.get(record)?.values, ...values } });
  }
  return [...found.values()];
}
