import {
  type Context,
  type Operation,
  type Subscriber,
  creating,
  deleting,
  save,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { departmentMove } from "../../../../objects/system/department-move/department-move.object.ts";
import { userDepartment } from "../../../../objects/system/user-department/user-department.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { date, orNull, type RowOf, sure, uuid as uuidColumn, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { formatMoment, startOfDate } from "../../../../shared/time/moment.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { moment, object, optional, uuid } from "../../../../shared/wire/schema.ts";
import { identityMessages } from "../shared/messages.ts";

export const MOVE_PERSON = "identity.move_person";

/** Sets the clock of a dated move: the day it begins, and the one after it ends. */
export const watchMoves: Subscriber = {
  word: "react",
  name: "identity.watch_moves",
  label: label("部门调动到日生效", "Department moves take effect on their day"),
  applies: (one) => one.name === "department_move",
  run: async (context, { record, kind, after }) => {
    const { first_day: from, last_day: until, status } = partOf(departmentMove, after);
    if (kind === "delete" || (!from && !until && !status)) return;
    await movePerson(context, { move: record });
  },
};

const due = {
  id: uuidColumn,
  user: sure(uuidColumn),
  place: sure(uuidColumn),
  kind: sure(word<"main" | "further">()),
  first_day: sure(date),
  last_day: orNull(date),
  status: sure(word<"planned" | "in_force" | "ended">()),
  further: orNull(uuidColumn),
};
export const moveOf = statement(
  due,
  ({ record }, id: string) =>
    sql`select m.id, m."user", m.place, m.kind, m.first_day, m.last_day, m.status,
 (select l.id from ${record("user_department")} l where l."user" = m."user" and l.place = m.place and l.deleted_at is null limit 1) as further
from ${record("department_move")} m where m.id = ${id} and m.deleted_at is null`,
);
type Due = RowOf<typeof due>;
const Payload = object({ move: uuid(), at: optional(moment()) });

/** Does what is due of a move today, and comes back for what is not; what is done already is not done again. */
export async function movePerson(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const [move] = await context.db.query(moveOf(context.workspace, payload.move));
  if (!move) return;
  const { zone, language } = context.company;
  const today = dayIn(zone, context.now);
  const operations = stepsOf(move, today);
  if (operations.length > 0)
    await save(context, {
      road: "rule",
      mode: "all",
      operations,
      reason: identityMessages.planned_move[language],
    });
  const next = nextDay(move, today);
  if (next === undefined) return;
  const at = formatMoment(startOfDate(next, zone));
  // Called before its time it has been called for that time already; the company's zone may have changed since.
  if (at === payload.at) return;
  const { jobs } = context.services;
  await jobs.enqueue(MOVE_PERSON, { move: move.id, at }, { key: move.id, runAt: new Date(at) });
}

/** The day on which something is to be done next; undefined: nothing is. */
function nextDay({ first_day: from, last_day: until }: Due, today: string): string | undefined {
  if (from > today) return from;
  const after = until === null ? undefined : addDays(until, 1);
  return after !== undefined && after > today ? after : undefined;
}

const STEPS: readonly Due["status"][] = ["planned", "in_force", "ended"];
function stepsOf(
  { id, user: person, place, kind, first_day: from, last_day: until, status, further }: Due,
  today: string,
): readonly Operation[] {
  const has = from <= today;
  const isOver = until !== null && until < today;
  const wanted = isOver ? "ended" : has ? "in_force" : "planned";
  // What has happened is not taken back by a clock that says otherwise.
  if (STEPS.indexOf(wanted) <= STEPS.indexOf(status)) return [];
  const told = updating(departmentMove, id, { status: wanted });
  if (kind === "main") return has ? [updating(user, person, { department: place }), told] : [told];
  if (isOver)
    return further === null || status === "planned" ? [told] : [deleting(userDepartment, further), told];
  return has && further === null ? [creating(userDepartment, { user: person, place }), told] : [told];
}
