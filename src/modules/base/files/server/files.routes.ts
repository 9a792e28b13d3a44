import { accept, type Context, objectRights, refuse, type Result, serve } from "../../../../engine/public.ts";
import type { FastifyRequest } from "fastify";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { cleanFileName } from "../../../../shared/text/clean-line.ts";
import { readFile, storeFile } from "../../../../shared/wire/files.contract.ts";
import { fileLinkRoutes } from "./file-link.routes.ts";
import { HeadOf } from "./head-of.ts";
import { FIELDS, type Given, keepFile, noFile, type StoredFile } from "./keep-file.ts";
import { forbidden } from "./may-not-upload.ts";
import { sendContent } from "./send-content.ts";
import { uploadRoutes } from "./uploads.routes.ts";

const messages = defineMessages({
  too_large: {
    "zh-CN": "文件超过 {max} MB，请压缩或拆分后上传。",
    en: "The file is larger than {max} MB. Compress or split it and upload again.",
  },
});
const MAX_MB = 100;

class Uploaded {
  constructor(
    readonly file: StoredFile,
    readonly given: Given,
  ) {}
}

/** Streams the upload into the store; what kind of file it is, its content says, not its name. */
async function receive(context: Context, request: FastifyRequest): Promise<Result<Uploaded>> {
  if (!objectRights(context, { name: "file" }).create) return forbidden();
  const given: Given = {};
  let file: StoredFile | null = null;
  for await (const part of request.parts({ limits: { fileSize: MAX_MB * 2 ** 20, files: 1 } })) {
    if (part.type === "field") {
      const name = FIELDS.find((field) => field === part.fieldname);
      if (name && typeof part.value === "string" && part.value !== "") given[name] = part.value.slice(0, 100);
      continue;
    }
    const head = new HeadOf();
    part.file.on("data", (chunk: Buffer) => head.take(chunk));
    const { hash, size } = await context.services.files.put(part.file);
    if (part.file.truncated)
      return refuse({ status: 413, code: "too_large", text: messages.too_large, params: { max: MAX_MB } });
    file = { name: cleanFileName(part.filename) || "file", hash, size, mime: await head.kind(part.mimetype) };
  }
  return file ? accept(new Uploaded(file, given)) : noFile();
}

export const fileRoutes = [
  serve(storeFile, { multipart: receive }, async (context, { body }) =>
    body instanceof Uploaded ? keepFile(context, body.file, body.given) : noFile(),
  ),
  serve(readFile, {}, async (context, { params: { id }, query, request, reply }) =>
    sendContent(context, id, { isDownload: query.download !== undefined, request, reply }),
  ),
  ...fileLinkRoutes,
  ...uploadRoutes,
];
