import { fits } from "../../shared/wire/fits.ts";
import { object, text } from "../../shared/wire/schema.ts";
import type { Context } from "../kernel/context.ts";
import { moveOptionRecords } from "./move-option-records.ts";
import { formerOf } from "../catalog/option-lists.ts";

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

const Payload = object({ object: text(), field: text() });
export async function sweepOptions(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const { object: of, field: name } = payload;
  const field = context.catalog.object(of)?.byName[name];
  if (!field || field.hidden) return;
  const map = Object.fromEntries(
    formerOf(field).flatMap(({ name: option, to }) => (to === undefined ? [] : [[option, to] as const])),
  );
  if (Object.keys(map).length === 0) return;
  const moved = await moveOptionRecords(context, of, field.name, map);
  if (!moved.ok) throw new Error(`options of ${of}.${field.name} could not be mapped: ${moved.refusal.code}`);
}
