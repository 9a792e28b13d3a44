import { type Context, type Retention, statement } from "../../../../engine/public.ts";
import { date, json, orNull, type RowOf, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { momentAfter } from "../../../../shared/time/spans.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { retentionMessages } from "../shared/messages.ts";
import type { RetentionDays } from "../shared/retention.contract.ts";

const stateColumns = {
  days: json<RetentionDays>(),
  run: orNull(uuid),
  run_day: orNull(date),
  removed: json<Readonly<Record<string, number>>>(),
  done_at: orNull(timestamptz),
};
export type RetentionState = RowOf<typeof stateColumns>;
export const retentionState = statement(
  stateColumns,
  ({ system }) => sql`select days, run, run_day, removed, done_at from ${system("retention")}`,
);
export const retentionsOf = (context: Context): readonly Retention[] => context.hooks.retentions ?? [];

export async function readState(
  db: Executor,
  { workspace }: Pick<Context, "workspace">,
): Promise<RetentionState> {
  const [row] = await db.query(retentionState(workspace));
  if (!row) throw new Error("the settings of retention are gone");
  return row;
}

/** What holds for one kind: what the company set, else what is usual. */
export const daysOf = ({ name, usual }: Retention, days: RetentionDays): number | null =>
  name in days ? (days[name] ?? null) : usual;

/** The moment before which things of so many days go. */
export const momentBefore = ({ now }: Context, days: number): string => momentAfter(now, -days);

/** Why these periods cannot be kept. */
export function whyNotDays(context: Context, days: RetentionDays): readonly Reason[] {
  const known = new Map(retentionsOf(context).map((kind) => [kind.name, kind]));
  return Object.entries(days).flatMap(([name, value]): readonly Reason[] => {
    const kind = known.get(name);
    if (!kind) return [{ code: "unknown_retention", field: name, text: retentionMessages.unknown_retention }];
    return value !== null && value < kind.least
      ? [{ code: "too_short", field: name, params: { least: kind.least }, text: retentionMessages.too_short }]
      : [];
  });
}
