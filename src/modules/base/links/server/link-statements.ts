import { command, statement } from "../../../../engine/public.ts";
import {
  boolean,
  integer,
  orNull,
  type RowOf,
  sure,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { sql, type Sql, spelled } from "../../../../platform/db/sql.ts";

const link = {
  id: uuid,
  purpose: text,
  object: text,
  record: uuid,
  person: orNull(uuid),
  expires_at: timestamptz,
};
export type Link = RowOf<typeof link>;
const LINK = spelled("l.id, l.purpose, l.object, l.record, l.person, l.expires_at");
/** It can still be used. */
const ALIVE = spelled(
  "l.revoked_at is null and l.expires_at > now() and (l.max_uses is null or l.uses < l.max_uses)",
);

/** The link of a digest, also one that has ended: who tries it is recorded. */
export const linkOf = statement(
  { ...link, uses_left: orNull(integer), alive: sure(boolean) },
  ({ system }, hash: Buffer) =>
    sql`select ${LINK}, l.max_uses - l.uses as uses_left, (${ALIVE}) as alive from ${system("link")} l where l.token_hash = ${hash}`,
  { name: "links.of", findsOne: true },
);
/** Counts a use, and holds the link until the end of the transaction; nothing for one that has ended. */
export const takeUse = statement(
  { id: uuid },
  ({ system }, id: string) =>
    sql`update ${system("link")} l set uses = l.uses + 1, last_used_at = now() where l.id = ${id} and ${ALIVE} returning l.id`,
);

export interface NewLink {
  readonly purpose: string;
  readonly object: string;
  readonly record: string;
  readonly person: string | null;
  readonly expires_at: string;
  readonly max_uses: number | null;
  readonly made_by: string | null;
}
export const addLink = statement(
  { id: uuid },
  ({ system }, hash: Buffer, { purpose, object, record, person, expires_at, max_uses, made_by }: NewLink) =>
    sql`insert into ${system("link")} (token_hash, purpose, object, record, person, expires_at, max_uses, made_by) values (${hash}, ${purpose}, ${object}, ${record}, ${person}, ${expires_at}, ${max_uses}, ${made_by}) returning id`,
);

/** Whose links a caller sees: null for all. */
const concerning = (user: string | null): Sql =>
  sql`(${user}::uuid is null or l.made_by = ${user}::uuid or l.person = ${user}::uuid)`;

export const revoke = statement(
  { id: uuid, person: orNull(uuid), purpose: text },
  ({ system }, id: string, user: string | null, by: string | null) =>
    sql`update ${system("link")} l set revoked_at = now(), revoked_by = ${by} where l.id = ${id} and l.revoked_at is null and ${concerning(user)} returning l.id, l.person, l.purpose`,
);
/** All links that act in the name of these people. */
export const revokeOf = command(
  ({ system }, people: readonly string[]) =>
    sql`update ${system("link")} set revoked_at = now() where revoked_at is null and person = any(${people}::uuid[])`,
);

const STATE = spelled(
  "case when l.revoked_at is not null then 'revoked' when l.max_uses is not null and l.uses >= l.max_uses then 'used' when l.expires_at <= now() then 'expired' else 'open' end",
);
const listed = {
  ...link,
  person_name: orNull(text),
  made_by: orNull(uuid),
  made_by_name: orNull(text),
  made_at: timestamptz,
  max_uses: orNull(integer),
  uses: integer,
  last_used_at: orNull(timestamptz),
  state: sure(text),
};
export type ListedLink = RowOf<typeof listed>;
export interface AskedLinks {
  readonly user: string | null;
  readonly object: string | null;
  readonly record: string | null;
  readonly state: string | null;
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}
export const linksNewestFirst = statement(
  listed,
  ({ system, record: table }, { user, object, record, state, before, limit }: AskedLinks) =>
    sql`select ${LINK}, p.name as person_name, l.made_by, m.name as made_by_name, l.made_at, l.max_uses, l.uses, l.last_used_at, ${STATE} as state
      from ${system("link")} l left join ${table("user")} p on p.id = l.person left join ${table("user")} m on m.id = l.made_by
      where ${concerning(user)} and (${object}::text is null or l.object = ${object}::text) and (${record}::uuid is null or l.record = ${record}::uuid)
        and (${state}::text is null or ${STATE} = ${state}::text) and (${before?.at ?? null}::timestamptz is null or (l.made_at, l.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      order by l.made_at desc, l.id desc limit ${limit}`,
);
