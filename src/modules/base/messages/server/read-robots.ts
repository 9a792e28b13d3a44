import { type Context, statement } from "../../../../engine/public.ts";
import { json, orNull, type RowOf, sure, text, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { RobotKindName } from "../../../../platform/robots/robot-kinds.ts";

const robotColumns = {
  id: uuid,
  name: sure(text),
  kind: sure(word<RobotKindName>()),
  url: sure(text),
  secret: orNull(text),
  events: orNull(json<readonly string[]>()),
  role: orNull(uuid),
};
export type Robot = RowOf<typeof robotColumns>;

export const activeRobots = statement(
  robotColumns,
  ({ record }, only: readonly string[] | null) =>
    sql`select id, name, kind, url, secret, events, role from ${record("chat_robot")} where active is not false and deleted_at is null and (${only}::uuid[] is null or id = any(${only}::uuid[])) order by id limit 500`,
);

/** The robots that speak: all of them, or those of these that still do. */
export const readRobots = (
  { db, workspace }: Context,
  only: readonly string[] | null = null,
): Promise<readonly Robot[]> => db.query(activeRobots(workspace, only));
