import {
  type Context,
  type Operation,
  type Subscriber,
  asProgram,
  creating,
  saveIn,
  statement,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { tellsHours, type WorkingTimes, workingTimes } from "../../../base/calendar/public.ts";
import { clockEvent } from "../shared/clock-event.object.ts";
import { type Clock, withDue } from "./clock.ts";
import { CLOCK, clockColumns, putClocks } from "./clock-store.ts";
import { replaceClockTimers } from "./clock-timers.ts";
import { type Level, levelsOf } from "./levels-of.ts";

const BATCH = 300;

/** Other hours, days off or an absence: clocks that run are due at another moment, and their records say why. */
export const recomputeClocks: Subscriber = {
  word: "react",
  name: "service_levels.recompute",
  label: label("工作时间变化后重算时限", "Counts time limits anew where hours of work change"),
  applies: tellsHours,
  runAll: async (context) => {
    const acting = asProgram(context, "limits follow the hours of work");
    const levels = new Map([...(await levelsOf(context)).values()].flat().map((level) => [level.id, level]));
    if (levels.size === 0) return;
    const times = await workingTimes(context);
    for (let after: string | null = FIRST; after !== null;)
      after = await context.db.transaction((tx) => nextBatch(tx, acting, { levels, times }, after ?? FIRST));
  },
};
const FIRST = "00000000-0000-0000-0000-000000000000";

export const runningClocks = statement(
  clockColumns,
  ({ system }, after: string, limit: number) =>
    sql`select ${CLOCK} from ${system("service_clock")} where state in ('running', 'warned') and id > ${after}::uuid order by id limit ${limit} for update`,
);
interface Anew {
  readonly levels: ReadonlyMap<string, Level>;
  readonly times: WorkingTimes;
}
async function nextBatch(
  tx: Transaction,
  context: Context,
  { levels, times }: Anew,
  after: string,
): Promise<string | null> {
  const clocks = await tx.query(runningClocks(context.workspace, after, BATCH));
  const next = clocks.flatMap((clock): readonly (readonly [Clock, Level])[] => {
    const level = levels.get(clock.level);
    if (!level || !clock.run_unit.startsWith("working_")) return [];
    const time = times({ user: clock.owner, department: clock.department });
    const anew = withDue(clock, { level, time, now: context.now });
    return moment(anew.due_at) === moment(clock.due_at) ? [] : [[anew, level]];
  });
  if (next.length > 0) {
    const changed = next.map(([clock]) => clock);
    await tx.query(putClocks(context.workspace, JSON.stringify(changed)));
    await replaceClockTimers(tx, context, changed);
    await writeEvents(
      tx,
      context,
      next.map(([clock, level]) => ({ clock, text: dueText(context, clock, level) })),
    );
  }
  return clocks.length === BATCH ? (clocks.at(-1)?.id ?? null) : null;
}
const moment = (at: string | null): number | null => (at === null ? null : Date.parse(at));

function dueText({ company }: Context, { due_at }: Clock, level: Level): string {
  const time = due_at === null ? "—" : wallTime(company.zone, due_at).slice(0, 16).replace("T", " ");
  return say(texts.anew, company.language, { level: textOf(level.label, company.language), time });
}
const texts = {
  anew: label(
    "工作时间或请假有变，时限“{level}”改为 {time} 到期",
    "Hours of work or an absence changed: “{level}” is now due at {time}",
  ),
};

export interface ClockNews {
  readonly clock: Pick<Clock, "object" | "record">;
  readonly text: string;
  readonly description?: string;
}
/** Lines in the timelines of the records; those of objects that have none are left out. */
export async function writeEvents(
  tx: Transaction,
  context: Context,
  news: readonly ClockNews[],
): Promise<void> {
  const field = context.catalog.object(clockEvent.name)?.byName["regarding"];
  const targets = field?.kind === "link" ? field.targets : [];
  const operations = news.flatMap(({ clock, text, description }): readonly Operation[] =>
    targets.includes(clock.object)
      ? [
          creating(clockEvent, {
            text: text.slice(0, 300),
            regarding: { object: clock.object, id: clock.record },
            ...(description ? { description } : {}),
          }),
        ]
      : [],
  );
  if (operations.length > 0)
    await saveIn(tx, asProgram(context, "timelines tell of time limits", context.principal.id), {
      operations,
      road: "rule",
      mode: "each",
    });
}
