import { Type } from "@sinclair/typebox";
import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { isUuid } from "../../../engine/record/read-field.ts";
import { accept } from "../../../engine/refusal.ts";
import { systemTable } from "../../../engine/schema/names.ts";
import type { AccessAnswer } from "../shared/wire.ts";
import { deny } from "./refusals.ts";

const PAGE = 100;

const readRoute: Route = {
  method: "GET",
  path: "/access-log",
  summary: label("访问日志，最新在前", "The access log, newest first"),
  tag: "people",
  ability: "audit.read",
  query: Type.Object({
    user: Type.Optional(Type.String({ maxLength: 36 })),
    kind: Type.Optional(Type.String({ pattern: "^[a-z_]{1,40}$" })),
    cursor: Type.Optional(Type.String({ pattern: "^\\d{1,15}$" })),
  }),
  run: async ({ db, workspace }, { query }) => {
    const { user = null, kind = null, cursor = null } = query;
    if (user !== null && !isUuid(user)) return deny(400, "malformed");
    const data = await db.query<AccessAnswer>({
      text: `select id, at, kind, user_id as user, login, ip, user_agent, detail from ${systemTable(workspace, "access_log")}
        where ($1::uuid is null or user_id = $1) and ($2::text is null or kind = $2) and ($3::bigint is null or id < $3) order by id desc limit ${PAGE}`,
      values: [user, kind, cursor],
    });
    const last = data.length === PAGE ? data.at(-1) : undefined;
    return accept({ data, page: { next: last ? String(last.id) : null } });
  },
};

export const accessLogRoutes: readonly Route[] = [readRoute];
