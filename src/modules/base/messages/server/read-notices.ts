import { type Context, statement } from "../../../../engine/public.ts";
import { json, orNull, type RowOf, sure, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { NoticeRow } from "../../notifications/public.ts";

const noticeColumns = {
  id: uuid,
  owner: orNull(uuid),
  kind: orNull(text),
  params: orNull(json<Values>()),
  object: orNull(text),
  about: orNull(uuid),
  created_at: sure(timestamptz),
};
export type StoredNotice = RowOf<typeof noticeColumns>;

export const noticesNamed = statement(
  noticeColumns,
  ({ record }, ids: readonly string[]) =>
    sql`select id, owner, kind, params, regarding__object as object, regarding as about, created_at from ${record("notification")} where id = any(${ids}::uuid[]) and deleted_at is null order by created_at, id`,
);
export const readNotices = ({ db, workspace }: Context, ids: readonly string[]) =>
  db.query(noticesNamed(workspace, ids));

/** A notice as it is put into words. */
export const toSay = ({ id, kind, params, object, about, created_at }: StoredNotice): NoticeRow => ({
  id,
  kind,
  params,
  regarding: object && about ? { object, id: about } : null,
  created_at,
});
