import type { FastifyRequest } from "fastify";
import {
  type Context,
  type Result,
  accept,
  command,
  isUuid,
  newId,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { bigint, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { cleanFileName } from "../../../../shared/text/clean-line.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { LIMITS, refuseFile } from "./sheet.ts";

/** A file in the store, and the form's other fields. */
export class Received {
  constructor(
    readonly file: StoredFile,
    readonly fields: Readonly<Record<string, string>>,
  ) {}
}
export interface StoredFile {
  readonly file_hash: string;
  readonly file_name: string;
  readonly file_size: number;
}

/** Reads a form with one file, streaming it into the store. */
export async function receiveForm(context: Context, request: FastifyRequest): Promise<Result<Received>> {
  const fields: Record<string, string> = {};
  let file: StoredFile | null = null;
  for await (const part of request.parts()) {
    if (part.type === "field") fields[part.fieldname] = String(part.value);
    else if (part.fieldname !== "file" || file) part.file.resume();
    else {
      const stored = await context.services.files.put(part.file);
      if (part.file.truncated) return refuseFile("file_too_large", { limit: LIMITS.bytes / 1024 / 1024 });
      file = {
        file_hash: stored.hash,
        file_size: stored.size,
        file_name: cleanFileName(part.filename?.split(/[\\/]/).at(-1) ?? "", 200) || "import.csv",
      };
    }
  }
  if (!file)
    return refuse({
      status: 400,
      code: "file_missing",
      text: label("请求中没有名为 file 的文件。", "The form has no file called “file”."),
    });
  return accept(new Received(file, fields));
}

export const dropOldUploads = command(
  ({ system }) => sql`delete from ${system("import_upload")} where made_at < now() - interval '24 hours'`,
);
export const addUpload = command(
  ({ system }, id: string, actor: string | null, file: StoredFile) =>
    sql`insert into ${system("import_upload")} (id, actor, file_hash, file_name, file_size) values (${id}, ${actor}, ${file.file_hash}, ${file.file_name}, ${file.file_size})`,
);
export const uploadOf = statement(
  { file_hash: text, file_name: text, file_size: bigint },
  ({ system }, id: string, actor: string | null) =>
    sql`select file_hash, file_name, file_size from ${system("import_upload")} where id = ${id} and actor = ${actor}`,
);

/** Remembers an inspected file for the import that follows; only for its uploader, and for a day. */
export async function storeUpload(context: Context, file: StoredFile): Promise<string> {
  const id = newId();
  const { db, workspace, principal } = context;
  await db.query(dropOldUploads(workspace));
  await db.query(addUpload(workspace, id, principal.id, file));
  return id;
}
export async function findUpload(context: Context, id: string): Promise<Result<StoredFile>> {
  const { db, workspace, principal } = context;
  const [found] = isUuid(id) ? await db.query(uploadOf(workspace, id, principal.id)) : [];
  return found
    ? accept(found)
    : refuse({
        status: 404,
        code: "upload_gone",
        text: label(
          "上传的文件已过期，请重新上传。",
          "The uploaded file has expired. Please upload it again.",
        ),
      });
}
