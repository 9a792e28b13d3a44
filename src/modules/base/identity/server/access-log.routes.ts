import { type Route, accept, isUuid, serve, systemTable, tableOf } from "../../../../engine/public.ts";
import { type AccessAnswer, readAccessLog } from "../../../../shared/wire/access-log.contract.ts";
import { deny } from "./refusals.ts";

const PAGE = 100;

const readRoute = serve(readAccessLog, { ability: "audit.read" }, async ({ db, workspace }, { query }) => {
  const { user = null, kind = null, cursor = null, from = null, to = null } = query;
  if (user !== null && !isUuid(user)) return deny(400, "malformed");
  const data = await db.query<AccessAnswer>({
    text: `select a.id, a.at, a.kind, w.id as user, u.name, case when w.id is distinct from a.user_id then a.user_id end as subject, case when w.id is distinct from a.user_id then s.name end as subject_name,
          a.login, a.ip, a.user_agent, a.detail from ${systemTable(workspace, "access_log")} a
        cross join lateral (select case when a.detail ->> 'by' ~ '^[0-9a-f-]{36}$' then (a.detail ->> 'by')::uuid else a.user_id end as id) w
        left join ${tableOf(workspace, "user")} u on u.id = w.id left join ${tableOf(workspace, "user")} s on s.id = a.user_id
        where ($1::uuid is null or a.user_id = $1 or w.id = $1) and ($2::text is null or a.kind = $2) and ($3::bigint is null or a.id < $3)
          and ($4::timestamptz is null or a.at >= $4) and ($5::timestamptz is null or a.at < $5) order by a.id desc limit ${PAGE}`,
    values: [user, kind, cursor, from, to],
  });
  const last = data.length === PAGE ? data.at(-1) : undefined;
  return accept({ data, page: { next: last ? String(last.id) : null } });
});

export const accessLogRoutes: readonly Route[] = [readRoute];
