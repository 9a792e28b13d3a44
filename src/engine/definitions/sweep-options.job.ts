import type { Context } from "../context.ts";
import { moveOptionRecords } from "./move-option-records.ts";
import { formerOf } from "./option-lists.ts";

export const SWEEP_OPTIONS = "engine.sweep_options";
/** No write that knew the old options is still under way by then. */
const AFTER_MS = 60_000;

/**
 * Who wrote while options were mapped may have written one that goes: it is mapped at once, and again when
 * everybody knows the new ones.
 */
export async function sweepSoon(
  { services: { jobs } }: Context,
  object: string,
  field: string,
): Promise<void> {
  await jobs.enqueue(SWEEP_OPTIONS, { object, field }, { key: `${object}.${field}` });
  await jobs.enqueue(
    SWEEP_OPTIONS,
    { object, field },
    { key: `${object}.${field} later`, runAt: new Date(Date.now() + AFTER_MS) },
  );
}

export async function sweepOptions(context: Context, payload: unknown): Promise<void> {
  if (typeof payload !== "object" || payload === null || !("object" in payload) || !("field" in payload))
    return;
  const { object, field: name } = payload;
  const field = context.catalog.object(String(object))?.byName[String(name)];
  if (!field || field.hidden) return;
  const map = Object.fromEntries(
    formerOf(field).flatMap(({ name: option, to }) => (to === undefined ? [] : [[option, to] as const])),
  );
  if (Object.keys(map).length === 0) return;
  const moved = await moveOptionRecords(context, String(object), field.name, map);
  if (!moved.ok)
    throw new Error(`options of ${String(object)}.${field.name} could not be mapped: ${moved.refusal.code}`);
}
