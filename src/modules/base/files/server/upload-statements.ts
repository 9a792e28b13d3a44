import { command, statement, type Tables } from "../../../../engine/public.ts";
import { bigint, boolean, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";

const KEPT: Sql = sql`interval '24 hours'`;
const come = ({ system }: Tables): Sql =>
  sql`(select coalesce(sum(p.size), 0)::bigint from ${system("upload_piece")} p where p.upload = u.id)`;
const upload = {
  id: uuid,
  name: text,
  said: text,
  size: bigint,
  sha256: orNull(text),
  offset: bigint,
  until: timestamptz,
};
const columns = (tables: Tables): Sql =>
  sql`u.id, u.name, u.said, u.size, u.sha256, ${come(tables)} as "offset", u.made_at + ${KEPT} as until`;

/** Only whoever began it finds it. */
export const uploadOf = statement(
  upload,
  (tables, id: string, actor: string) =>
    sql`select ${columns(tables)} from ${tables.system("upload")} u where u.id = ${id} and u.actor = ${actor}`,
);
/** Pieces come one after the other, whoever sends them at once. */
export const lockUpload = statement(
  { id: uuid },
  ({ system }, id: string) => sql`select id from ${system("upload")} where id = ${id} for update`,
);
export const addUpload = statement(
  { id: uuid },
  (
    { system },
    of: {
      readonly id: string;
      readonly actor: string;
      readonly name: string;
      readonly said: string;
      readonly size: number;
      readonly sha256: string | null;
    },
  ) =>
    sql`insert into ${system("upload")} (id, actor, name, said, size, sha256) values (${of.id}, ${of.actor}, ${of.name}, ${of.said}, ${of.size}, ${of.sha256}) on conflict do nothing returning id`,
);
export const countUploads = statement(
  { n: bigint },
  ({ system }, actor: string) => sql`select count(*) as n from ${system("upload")} where actor = ${actor}`,
);
export const addPiece = command(
  (
    { system },
    of: { readonly upload: string; readonly start: number; readonly size: number; readonly hash: string },
  ) =>
    sql`insert into ${system("upload_piece")} (upload, start, size, hash) values (${of.upload}, ${of.start}, ${of.size}, ${of.hash})`,
);
export const piecesOf = statement(
  { hash: text },
  ({ system }, id: string) =>
    sql`select hash from ${system("upload_piece")} where upload = ${id} order by start`,
);
/** Gives the pieces that it had. */
export const takeUpload = statement(
  { hash: text },
  ({ system }, id: string) =>
    sql`with gone as (delete from ${system("upload")} where id = ${id} returning id)
      select p.hash from ${system("upload_piece")} p join gone on gone.id = p.upload`,
);
export const isOver = statement(
  { over: boolean },
  ({ system }, id: string) =>
    sql`select made_at + ${KEPT} <= now() as over from ${system("upload")} where id = ${id}`,
);
/** A piece may be the same as a content that something else holds. */
export const whetherPieceNeeded = statement(
  { needed: boolean },
  ({ record, history, system }, hash: string) =>
    sql`select exists (select from ${record("file")} where hash = ${hash}) or exists (select from ${history("file")} where hash = ${hash})
      or exists (select from ${system("import_run")} where file_hash = ${hash} and emptied_at is null)
      or exists (select from ${system("import_upload")} where file_hash = ${hash})
      or exists (select from ${system("upload_piece")} where hash = ${hash})
      or exists (select from ${system("job_run")} where file ->> 'hash' = ${hash}) as needed`,
);
