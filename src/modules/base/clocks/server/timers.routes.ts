import { accept, getByName, refuse, serve, statement } from "../../../../engine/public.ts";
import { boolean, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { listTimers, readRecordTimers, retryTimer, type TimerState } from "../shared/timers.contract.ts";
import { readTimers, timersOfRecord } from "./read-timers.ts";
import { wakeIn } from "./wake.ts";

const listRoute = serve(listTimers, { ability: "settings.manage" }, readTimers);

const ofRecordRoute = serve(readRecordTimers, {}, async (context, { params: { object, id } }) => {
  const seen = await getByName(context, object, id);
  return seen.ok ? accept({ data: await timersOfRecord(context, object, id) }) : seen;
});

/** One that was set anew meanwhile stands in its place. */
export const tryTimer = statement(
  { id: uuid, state: word<TimerState>(), again: boolean },
  (
    { system },
    id: string,
  ) => sql`with found as (select * from ${system("timer")} where id = ${id}::uuid for update),
tried as (update ${system("timer")} t set state = 'waiting', run_at = now(), tries = 0, ended_at = null from found f
  where t.id = f.id and f.state = 'failed' and not exists (select from ${system("timer")} o where o.state = 'waiting' and o.kind = f.kind
    and o.record is not distinct from f.record and o.key = f.key) returning t.id)
select f.id, f.state, exists (select from tried) as again from found f`,
);

const retryRoute = serve(retryTimer, { ability: "settings.manage" }, async (context, { params: { id } }) => {
  const [found] = await context.db.query(tryTimer(context.workspace, id));
  if (!found)
    return refuse({
      status: 404,
      code: "not_found",
      text: label("没有这个计时", "This timer does not exist"),
    });
  if (found.state !== "failed")
    return refuse({
      status: 409,
      code: "not_failed",
      text: label("这个计时没有失败", "This timer has not failed"),
    });
  if (!found.again)
    return refuse({
      status: 409,
      code: "set_anew",
      text: label("它已重新设定，正在等待", "It was set anew and is waiting"),
    });
  wakeIn(context, 0);
  return accept({ id });
});

export const timerRoutes = [listRoute, ofRecordRoute, retryRoute];
