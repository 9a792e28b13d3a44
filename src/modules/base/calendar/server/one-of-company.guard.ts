import { type Guard, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { workingCalendar } from "../../../../objects/system/working-calendar/working-calendar.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

export const hoursOf = statement(
  { id: uuid },
  ({ record }, ids: readonly string[], hasCompany: boolean, writing: readonly string[]) =>
    sql`select coalesce(w.department, '00000000-0000-0000-0000-000000000000') as id from ${record("working_calendar")} w
where w.deleted_at is null and not (w.id = any(${writing}::uuid[])) and (w.department = any(${ids}::uuid[]) or (w.department is null and ${hasCompany}::boolean))`,
);
const COMPANY = "00000000-0000-0000-0000-000000000000";

/** The company has one week, and so has each department: else nobody could tell which of them holds. */
export const oneOfCompany: Guard = {
  word: "guard",
  name: "calendar.one_week",
  label: label("公司和每个部门只有一份工作时间", "The company and each department have one set of hours"),
  applies: (object) => object.name === workingCalendar.name,
  run: async ({ tx, context, changes }) => {
    const kept = changes.filter(({ deleting }) => !deleting);
    const placeOf = ({ after }: (typeof kept)[number]) =>
      partOf(workingCalendar, after).department ?? COMPANY;
    const places = kept.map(placeOf);
    if (places.length === 0) return new Map();
    const rows = await tx.query(
      hoursOf(
        context.workspace,
        places.filter((place) => place !== COMPANY),
        places.includes(COMPANY),
        changes.map(({ id }) => id),
      ),
    );
    const taken = new Set(rows.map(({ id }) => id));
    return new Map(
      kept.flatMap((change, at): readonly (readonly [string, readonly Reason[]])[] => {
        const place = placeOf(change);
        const isTaken = taken.has(place) || places.indexOf(place) < at;
        return isTaken ? [[change.id, [{ code: "has_hours", field: "department", text: HAS_HOURS }]]] : [];
      }),
    );
  },
};
const HAS_HOURS = label(
  "已经有一份工作时间了，请修改那一份",
  "There are working hours for this already; change those instead",
);
