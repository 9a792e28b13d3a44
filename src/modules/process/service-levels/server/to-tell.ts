import { type Context, statement } from "../../../../engine/public.ts";
import { arrayOf, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { list, object, text as textShape, type Static } from "../../../../shared/wire/schema.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { type Notice, noticeKinds, notifyOfEach } from "../../../base/notifications/public.ts";
import { isOpen } from "./clock.ts";
import { clockColumns } from "./clock-store.ts";
import { type Level, levelsOf } from "./levels-of.ts";

/** The job that tells people of limits that are near or have passed. */
export const TELL = "service_levels.tell";
const Told = object({ clock: textShape(), what: textShape(), at: textShape() });
export type ToTell = Static<typeof Told>;
const Payload = object({ told: list(Told) });

export const levelNotice = noticeKinds.define("service_level", {
  label: label("时限", "Service level"),
  text: label("{about}：{text}", "{about}: {text}"),
});
/** Nobody needs a notice that goes to hundreds. */
const MOST = 200;

const { id, level, object: about, record, state, due_at, breached_at, stopped_at, owner } = clockColumns;
const told = {
  id,
  level,
  object: about,
  record,
  state,
  due_at,
  breached_at,
  stopped_at,
  owner,
  manager: orNull(uuid),
};
export const clocksTold = statement(
  told,
  (
    { system, record: of },
    ids: readonly string[],
  ) => sql`select c.id, c.level, c.object, c.record, c.state, c.due_at, c.breached_at, c.stopped_at, c.owner, u.manager
from ${system("service_clock")} c left join ${of("user")} u on u.id = c.owner where c.id = any(${ids}::uuid[])`,
);
export const holdersOf = statement(
  { name: sure(text), people: arrayOf(text) },
  ({ record: of }, names: readonly string[]) =>
    sql`select o.name, (select coalesce((array_agg(distinct ur."user"::text))[1:${MOST}], '{}') from ${of("user_role")} ur where ur.role = o.id and ur.deleted_at is null) as people
from ${of("role")} o where o.name = any(${names}::text[]) and o.deleted_at is null`,
);

/** Told once, however often the job comes: the moment that was due is part of what names the notice. */
export async function tellClocks(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const rows = await context.db.query(
    clocksTold(
      context.workspace,
      payload.told.map(({ clock }) => clock),
    ),
  );
  const clocks = new Map(rows.map((row) => [row.id, row]));
  const levels = new Map([...(await levelsOf(context)).values()].flat().map((one) => [one.id, one]));
  const roles = [...levels.values()].flatMap(({ escalate }) =>
    escalate.flatMap(({ to }) => (typeof to === "object" ? [to.role] : [])),
  );
  const holders = new Map(
    roles.length === 0
      ? []
      : (await context.db.query(holdersOf(context.workspace, roles))).map(({ name, people }) => [
          name,
          people,
        ]),
  );
  const news = payload.told.flatMap(({ clock: id, what, at }) => {
    const clock = clocks.get(id);
    const found = clock && levels.get(clock.level);
    // Kept meanwhile, or the level is no longer in force: nothing is to be told.
    if (!clock || !found || !isOpen(clock)) return [];
    const people = recipients(what, found, clock, holders);
    const text = wordsOf(context, what, found, at);
    const regarding = { object: clock.object, id: clock.record };
    return [
      {
        cause: { key: `service_level:${id}:${what}:${at}`, actor: null },
        notices: people.map((recipient): Notice => ({
          recipient,
          kind: levelNotice,
          params: { text },
          regarding,
        })),
      },
    ];
  });
  await notifyOfEach(context, news);
}

function recipients(
  what: string,
  { escalate }: Level,
  { owner, manager }: { readonly owner: string | null; readonly manager: string | null },
  holders: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const known = (person: string | null): readonly string[] => (person ? [person] : []);
  if (!what.startsWith("step/")) return known(owner);
  const to = escalate[Number(what.slice(5))]?.to;
  if (to === undefined) return [];
  return to === "owner" ? known(owner) : to === "manager" ? known(manager) : (holders.get(to.role) ?? []);
}

const texts = {
  warn: label("时限“{level}”快到了", "“{level}” is nearly due"),
  due: label("时限“{level}”已超过（{time} 到期）", "“{level}” is overdue since {time}"),
  step: label("时限“{level}”仍未完成", "“{level}” is still open"),
};
function wordsOf({ company }: Context, what: string, { label: name }: Level, at: string): LabelMap {
  const message = what === "warn" ? texts.warn : what === "due" ? texts.due : texts.step;
  return compose(message, { level: name, time: wallTime(company.zone, at).slice(5, 16).replace("T", " ") });
}
