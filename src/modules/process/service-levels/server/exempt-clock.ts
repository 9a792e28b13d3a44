import {
  type CallOf,
  type Context,
  type Result,
  accept,
  getByName,
  isUuid,
  notFound,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { workingTimes } from "../../../base/calendar/public.ts";
import type { exemptClock } from "../shared/clocks.contract.ts";
import { exempted, isOpen } from "./clock.ts";
import { CLOCK, clockColumns, putClocks } from "./clock-store.ts";
import { replaceClockTimers } from "./clock-timers.ts";
import { levelById } from "./levels-of.ts";
import { clocksOfRecord, shown } from "./read-clocks.ts";
import { writeEvents } from "./recompute.react.ts";

export const clockAtHand = statement(
  clockColumns,
  ({ system }, id: string, record: string) =>
    sql`select ${CLOCK} from ${system("service_clock")} where id = ${id}::uuid and record = ${record}::uuid for update`,
);

/** Whoever may make exceptions ends a limit, with the reason in the record's timeline. */
export async function exempt(
  context: Context,
  { params: { object, id, clock: asked }, body: { reason } }: CallOf<typeof exemptClock>,
): Promise<Result<AnswerOf<typeof exemptClock>>> {
  if (!isUuid(asked)) return notFound();
  const seen = await getByName(context, object, id);
  if (!seen.ok) return seen;
  const times = await workingTimes(context);
  const done = await context.db.transaction(async (tx): Promise<Result<null>> => {
    const [clock] = await tx.query(clockAtHand(context.workspace, asked, id));
    const level = clock && (await levelById(context, clock.level));
    if (!clock || !level) return notFound();
    if (!isOpen(clock)) return refuse({ status: 409, code: "already_ended", text: ENDED });
    const time = times({ user: clock.owner, department: clock.department });
    const next = exempted(clock, reason, { level, time, now: context.now });
    await tx.query(putClocks(context.workspace, JSON.stringify([next])));
    await replaceClockTimers(tx, context, [next]);
    const text = say(TOLD, context.company.language, {
      level: textOf(level.label, context.company.language),
    });
    await writeEvents(tx, context, [{ clock: next, text, description: reason }]);
    return accept(null);
  });
  if (!done.ok) return done;
  const rows = await context.db.query(clocksOfRecord(context.workspace, object, id));
  const [data] = await shown(
    context,
    rows.filter((row) => row.id === asked),
  );
  return data ? accept({ data }) : notFound();
}
const ENDED = label("这个时限已经结束", "This limit has ended");
const TOLD = label("豁免时限“{level}”", "Exempted from “{level}”");
