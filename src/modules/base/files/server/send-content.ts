import type { FastifyReply, FastifyRequest } from "fastify";
import {
  type Context,
  load,
  refuse,
  type Result,
  accept,
  SENT,
  statement,
} from "../../../../engine/public.ts";
import { file as storedFile } from "../../../../objects/system/file/file.object.ts";
import { bigint, orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { askedRange } from "./asked-range.ts";

const messages = defineMessages({
  gone: {
    "zh-CN": "文件不存在，或你无权查看。",
    en: "The file does not exist, or you do not have access to it.",
  },
  range: {
    "zh-CN": "文件没有这么长，取不到这一段。",
    en: "The file is not that long: there is no such part of it.",
  },
});
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"]);

export const contentOf = statement(
  { hash: orNull(text), mime: orNull(text), size: orNull(bigint) },
  ({ record }, id: string) => sql`select hash, mime, size from ${record("file")} where id = ${id}`,
);
export const fileGone = (): Result<never> => refuse({ status: 404, code: "not_found", text: messages.gone });

interface Asked {
  readonly isDownload: boolean;
  /** Only this content: a file whose content is another one by now is gone. */
  readonly hash?: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * The content or a part of it, to those who may see the record; only pictures and PDF are shown in the page,
 * everything else is downloaded.
 */
export async function sendContent(
  context: Context,
  id: string,
  { isDownload, hash: wanted, request, reply }: Asked,
): Promise<Result<typeof SENT>> {
  const found = await load(context, storedFile, id);
  if (!found.ok) return found;
  const [row] = await context.db.query(contentOf(context.workspace, id));
  if (!row?.hash || (wanted !== undefined && !row.hash.startsWith(wanted))) return fileGone();
  const size = row.size ?? 0;
  const etag = `"${row.hash.slice(0, 32)}"`;
  const { range: asked, "if-range": unchanged } = request.headers;
  const range = unchanged === undefined || unchanged === etag ? askedRange(asked, size) : undefined;
  if (range === "beyond") {
    void reply.header("content-range", `bytes */${size}`);
    return refuse({ status: 416, code: "range", text: messages.range });
  }
  const stream = await context.services.files.open(row.hash, range);
  const mime = row.mime ?? "application/octet-stream";
  const isShown = SHOWN.has(mime) && !isDownload;
  const name = encodeURIComponent(found.value.name ?? "file").replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  // A part of a content is a part of what lies there, not of what a compression makes of it.
  request.headers["x-no-compression"] = "yes";
  if (range) void reply.status(206).header("content-range", `bytes ${range.start}-${range.end}/${size}`);
  await reply
    .header("content-type", mime)
    .header("content-disposition", `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${name}`)
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, max-age=300")
    .header("accept-ranges", "bytes")
    .header("etag", etag)
    .header("content-length", String(range ? range.end - range.start + 1 : size))
    .send(stream);
  return accept(SENT);
}
