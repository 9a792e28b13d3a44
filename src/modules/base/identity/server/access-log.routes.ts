import { type Route, accept, isUuid, serve, statement } from "../../../../engine/public.ts";
import { type AccessAnswer, readAccessLog } from "../../../../shared/wire/access-log.contract.ts";
import { deny } from "./refusals.ts";
import { bigint, json, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const PAGE = 100;

interface Asked {
  readonly user: string | null;
  readonly kind: string | null;
  readonly cursor: string | null;
  readonly from: string | null;
  readonly to: string | null;
}
export const accessLines = statement(
  {
    id: bigint,
    at: timestamptz,
    kind: text,
    user: orNull(uuid),
    name: orNull(text),
    subject: orNull(uuid),
    subject_name: orNull(text),
    login: orNull(text),
    ip: orNull(text),
    user_agent: orNull(text),
    detail: orNull(json<NonNullable<AccessAnswer["detail"]>>()),
  },
  ({ system, record }, { user, kind, cursor, from, to }: Asked) =>
    sql`select a.id, a.at, a.kind, w.id as user, u.name, case when w.id is distinct from a.user_id then a.user_id end as subject, case when w.id is distinct from a.user_id then s.name end as subject_name,
          a.login, a.ip, a.user_agent, a.detail from ${system("access_log")} a
        cross join lateral (select case when a.detail ->> 'by' ~ '^[0-9a-f-]{36}$' then (a.detail ->> 'by')::uuid else a.user_id end as id) w
        left join ${record("user")} u on u.id = w.id left join ${record("user")} s on s.id = a.user_id
        where (${user}::uuid is null or a.user_id = ${user} or w.id = ${user}) and (${kind}::text is null or a.kind = ${kind}) and (${cursor}::bigint is null or a.id < ${cursor})
          and (${from}::timestamptz is null or a.at >= ${from}) and (${to}::timestamptz is null or a.at < ${to}) order by a.id desc limit ${PAGE}`,
);

const readRoute = serve(readAccessLog, { ability: "audit.read" }, async ({ db, workspace }, { query }) => {
  const { user = null, kind = null, cursor = null, from = null, to = null } = query;
  if (user !== null && !isUuid(user)) return deny(400, "malformed");
  const asked = { user, kind, cursor, from, to };
  const data = await db.query(accessLines(workspace, asked));
  const last = data.length === PAGE ? data.at(-1) : undefined;
  return accept({ data, page: { next: last ? String(last.id) : null } });
});

export const accessLogRoutes: readonly Route[] = [readRoute];
