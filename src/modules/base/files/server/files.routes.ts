import {
  type Context,
  type Result,
  accept,
  creating,
  elevate,
  getByName,
  isAcceptableId,
  isUuid,
  objectRights,
  recordMessages,
  refuse,
  roadIn,
  save,
  serve,
} from "../../../../engine/public.ts";
import type { FastifyRequest } from "fastify";
import { fileTypeFromBuffer } from "file-type";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { cleanFileName } from "../../../../shared/text/clean-line.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { readFile, storeFile } from "../../../../shared/wire/files.contract.ts";
import { file as storedFile } from "../../../../objects/system/file/file.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { RecordLink } from "../../../../shared/metadata/record-of.ts";
import { fileLinkRoutes } from "./file-link.routes.ts";
import { sendContent } from "./send-content.ts";

const messages = defineMessages({
  no_file: { "zh-CN": "请选择要上传的文件。", en: "Choose a file to upload." },
  too_large: {
    "zh-CN": "文件超过 {max} MB，请压缩或拆分后上传。",
    en: "The file is larger than {max} MB. Compress or split it and upload again.",
  },
  forbidden: { "zh-CN": "你没有上传文件的权限。", en: "You do not have permission to upload files." },
});
const MAX_MB = 100;
const FIELDS = ["id", "document_type", "regarding_object", "regarding_id"] as const;
type Given = Partial<Record<(typeof FIELDS)[number], string>>;

interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
}
class Uploaded {
  constructor(
    readonly file: StoredFile,
    readonly given: Given,
  ) {}
}

const noFile = () => refuse({ status: 422, code: "no_file", text: messages.no_file });

/** Streams the upload into the store; what kind of file it is, its content says, not its name. */
async function receive(context: Context, request: FastifyRequest): Promise<Result<Uploaded>> {
  if (!objectRights(context, { name: "file" }).create)
    return refuse({ status: 403, code: "forbidden", text: messages.forbidden });
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

class HeadOf {
  #chunks: Buffer[] = [];
  #length = 0;
  take(chunk: Buffer): void {
    if (this.#length >= 4100) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }
  /** Sniffed; text formats have no mark, so they are plain text whatever was said of them. */
  async kind(said: string): Promise<string> {
    const found = await fileTypeFromBuffer(Buffer.concat(this.#chunks));
    return (
      found?.mime ??
      (said === "text/csv" ? said : said.startsWith("text/") ? "text/plain" : "application/octet-stream")
    );
  }
}

/** Makes the record that holds what was received. */
async function keep(
  context: Context,
  { file, given }: Uploaded,
): Promise<Result<AnswerOf<typeof storeFile>>> {
  let regarding: RecordLink | undefined;
  if (given.id !== undefined && !isAcceptableId(given.id, Date.parse(context.now)))
    return refuse({ status: 422, code: "bad_id", text: recordMessages.bad_id });
  if (given.regarding_object && isUuid(given.regarding_id)) {
    const seen = await getByName(context, given.regarding_object, given.regarding_id);
    if (!seen.ok) return seen;
    regarding = { object: given.regarding_object, id: given.regarding_id };
  }
  // The digest opens the content, so callers never write it: only what was received here says what it is.
  const { idempotency } = context;
  const acting: Context = {
    ...elevate(context, "what a file holds is said by what was received only"),
    ...(idempotency ? { idempotency } : {}),
  };
  // What kind of document somebody says it is may be none: then `save` refuses it.
  const said: Values = given.document_type ? { document_type: given.document_type } : {};
  const values = { ...file, ...said, ...(regarding ? { regarding } : {}) };
  const operation = creating(storedFile, values, given.id === undefined ? {} : { id: given.id });
  const { results } = await save(acting, {
    road: roadIn(context),
    mode: "all",
    operations: [operation],
  });
  const [result] = results;
  if (!result?.ok) return result ? { ok: false, refusal: result.refusal } : noFile();
  const found = await getByName(context, "file", result.id);
  return found.ok ? accept({ data: found.value, abilities: { update: true, delete: true } }) : found;
}

export const fileRoutes = [
  serve(storeFile, { multipart: receive }, async (context, { body }) =>
    body instanceof Uploaded ? keep(context, body) : noFile(),
  ),
  serve(readFile, {}, async (context, { params: { id }, query, request, reply }) =>
    sendContent(context, id, { isDownload: query.download !== undefined, request, reply }),
  ),
  ...fileLinkRoutes,
];
