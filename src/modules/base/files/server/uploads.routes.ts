import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import {
  accept,
  type Context,
  isAcceptableId,
  isUuid,
  getByName,
  objectRights,
  recordMessages,
  refuse,
  type Result,
  serve,
} from "../../../../engine/public.ts";
import { cleanFileName } from "../../../../shared/text/clean-line.ts";
import { DAY_MS } from "../../../../shared/time/dates.ts";
import type { AnswerOf, BodyOf } from "../../../../shared/wire/contract.ts";
import {
  beginUpload,
  dropUpload,
  finishUpload,
  MOST_IN_A_PIECE,
  MOST_IN_AN_UPLOAD,
  readUpload,
  sendPiece,
} from "../../../../shared/wire/uploads.contract.ts";
import { HeadOf } from "./head-of.ts";
import { keepFile, noFile } from "./keep-file.ts";
import { addPiece, addUpload, countUploads, lockUpload, piecesOf, uploadOf } from "./upload-statements.ts";
import { DROP_UPLOAD, dropContent, removeUpload } from "./remove-upload.ts";
import { uploadMessages } from "./upload.messages.ts";
import { forbidden } from "./may-not-upload.ts";

const MOST_AT_ONCE = 50;

class Piece {
  constructor(
    readonly hash: string,
    readonly size: number,
  ) {}
}
interface Upload {
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly offset: number;
  readonly until: string;
}

async function find(context: Context, id: string): Promise<Result<Upload>> {
  const { db, workspace, principal } = context;
  const [found] = isUuid(id) && principal.id ? await db.query(uploadOf(workspace, id, principal.id)) : [];
  return found ? accept(found) : refuse({ status: 404, code: "not_found", text: uploadMessages.upload_gone });
}
const told = ({ id, size, offset, until }: Upload): AnswerOf<typeof readUpload> => ({
  data: { id, size, offset, until },
});
const stateOf = async (context: Context, id: string): Promise<Result<AnswerOf<typeof readUpload>>> => {
  const found = await find(context, id);
  return found.ok ? accept(told(found.value)) : found;
};

async function begin(
  context: Context,
  { id, name, size, type = "", sha256: digest }: BodyOf<typeof beginUpload>,
): Promise<Result<AnswerOf<typeof beginUpload>>> {
  const { db, workspace, principal } = context;
  const actor = principal.id;
  const sha256 = digest ?? null;
  if (actor === null || !objectRights(context, { name: "file" }).create) return forbidden();
  const known = await find(context, id);
  if (known.ok && known.value.size === size && known.value.sha256 === sha256)
    return accept(told(known.value));
  if (!isAcceptableId(id, Date.parse(context.now)))
    return refuse({ status: 422, code: "bad_id", text: recordMessages.bad_id });
  if (size > MOST_IN_AN_UPLOAD) return tooLarge("4 GB");
  const [open] = await db.query(countUploads(workspace, actor));
  if ((open?.n ?? 0) >= MOST_AT_ONCE)
    return refuse({
      status: 429,
      code: "too_many_uploads",
      text: uploadMessages.too_many_uploads,
      params: { max: MOST_AT_ONCE },
    });
  const clean = cleanFileName(name) || "file";
  const [made] = await db.query(addUpload(workspace, { id, actor, name: clean, said: type, size, sha256 }));
  if (!made) return refuse({ status: 409, code: "upload_taken", text: uploadMessages.upload_taken });
  const runAt = new Date(Date.now() + DAY_MS + 60_000);
  await context.services.jobs.enqueue(DROP_UPLOAD, { id }, { key: id, runAt });
  return stateOf(context, id);
}
const tooLarge = (max: string): Result<never> =>
  refuse({ status: 413, code: "too_large", text: uploadMessages.larger_than, params: { max } });

/** Into the store as it comes; whether it fits is asked before, and again when it is noted. */
async function receive(context: Context, request: FastifyRequest): Promise<Result<Piece>> {
  const { id = "" } = request.params as Readonly<Record<string, string>>;
  const found = await find(context, id);
  if (!found.ok) return found;
  const limits = { fileSize: MOST_IN_A_PIECE + 1, files: 1, fields: 0 };
  for await (const part of request.parts({ limits })) {
    if (part.type !== "file") continue;
    const { hash, size } = await context.services.files.put(part.file);
    if (size > 0 && size <= MOST_IN_A_PIECE) return accept(new Piece(hash, size));
    await dropContent(context, hash);
    return size === 0 ? noFile() : tooLarge("16 MB");
  }
  return noFile();
}

async function note(
  context: Context,
  id: string,
  start: number,
  { hash, size }: Piece,
): Promise<Result<AnswerOf<typeof sendPiece>>> {
  const { db, workspace } = context;
  const noted = await db.transaction(async (tx): Promise<Result<null>> => {
    await tx.query(lockUpload(workspace, id));
    const [upload] = await tx.query(uploadOf(workspace, id, context.principal.id ?? ""));
    if (!upload) return refuse({ status: 404, code: "not_found", text: uploadMessages.upload_gone });
    const { offset } = upload;
    if (start !== offset)
      return refuse({
        status: 409,
        code: "wrong_offset",
        text: uploadMessages.wrong_offset,
        params: { offset },
      });
    if (start + size > upload.size) return tooLarge(`${upload.size} B`);
    await tx.query(addPiece(workspace, { upload: id, start, size, hash }));
    return accept(null);
  });
  if (noted.ok) return stateOf(context, id);
  await dropContent(context, hash);
  return noted;
}

/** One content of all pieces, then the record; what has been finished before is answered again. */
async function finish(
  context: Context,
  id: string,
  given: BodyOf<typeof finishUpload>,
): Promise<Result<AnswerOf<typeof finishUpload>>> {
  const found = await find(context, id);
  if (!found.ok) {
    const made = isUuid(id) ? await getByName(context, "file", id) : found;
    return made.ok ? accept({ data: made.value, abilities: { update: true, delete: true } }) : found;
  }
  const { name, said, size, offset, sha256 } = found.value;
  if (offset !== size)
    return refuse({
      status: 409,
      code: "unfinished",
      text: uploadMessages.unfinished,
      params: { size, offset },
    });
  const pieces = await context.db.query(piecesOf(context.workspace, id));
  const head = new HeadOf();
  const { files } = context.services;
  const content = Readable.from(
    (async function* () {
      for (const { hash } of pieces)
        for await (const chunk of (await files.open(hash)) as AsyncIterable<Buffer>) {
          head.take(chunk);
          yield chunk;
        }
    })(),
    { objectMode: false },
  );
  const stored = await files.put(content);
  if (sha256 !== null && stored.hash !== sha256) {
    await dropContent(context, stored.hash);
    await removeUpload(context, id);
    return refuse({ status: 422, code: "digest_differs", text: uploadMessages.digest_differs });
  }
  const file = { name, hash: stored.hash, size: stored.size, mime: await head.kind(said) };
  const kept = await keepFile(context, file, { ...given, id });
  if (kept.ok) await removeUpload(context, id);
  return kept;
}

export const uploadRoutes = [
  serve(beginUpload, {}, async (context, { body }) => begin(context, body)),
  serve(readUpload, {}, async (context, { params: { id } }) => stateOf(context, id)),
  serve(sendPiece, { multipart: receive }, async (context, { params: { id }, query: { offset }, body }) =>
    body instanceof Piece ? note(context, id, Number(offset), body) : noFile(),
  ),
  serve(finishUpload, {}, async (context, { params: { id }, body }) => finish(context, id, body)),
  serve(dropUpload, {}, async (context, { params: { id } }) => {
    const found = await find(context, id);
    if (!found.ok) return found;
    await removeUpload(context, id);
    return accept(null);
  }),
];
