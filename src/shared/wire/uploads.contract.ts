import { label } from "../i18n/label.ts";
import { contract, NOTHING } from "./contract.ts";
import { closed, data, flag, moment, object, optional, text, uuid, values, whole } from "./schema.ts";

/** Larger files go up in pieces; a piece may be as large as 16 MB. */
export const MOST_IN_A_PIECE = 16 * 2 ** 20;
export const MOST_IN_AN_UPLOAD = 4 * 2 ** 30;

const Upload = object({
  id: uuid(),
  size: whole(),
  /** How much has come: the next piece begins here. */
  offset: whole(),
  /** When it goes if it is not finished. */
  until: moment(),
});
const upload = { tag: "files" } as const;

export const beginUpload = contract({
  ...upload,
  method: "POST",
  path: "/uploads",
  summary: label("开始分段上传", "Begin an upload in pieces"),
  description: label(
    "大文件分段上传，断线后可以接着传。标识由你选定，完成后就是附件的标识；同一标识再次开始时，回答已收到多少。24 小时内没有完成的会被删除。最大 4 GB。",
    "For large files: what was sent is kept when the connection is lost. You choose the id, which will be the file's; beginning again with the same one answers how much has come. Unfinished uploads go after 24 hours. At most 4 GB.",
  ),
  body: closed({
    id: uuid(),
    name: text({ minLength: 1, maxLength: 1000 }),
    size: whole({ minimum: 1 }),
    /** What kind of file the sender takes it for; the content decides. */
    type: optional(text({ maxLength: 200 })),
    /** Of the whole content, in hex; what comes is compared with it. */
    sha256: optional(text({ pattern: "^[0-9a-f]{64}$" })),
  }),
  status: 201,
  answer: data(Upload),
  errors: { forbidden: 403, bad_id: 422, too_large: 413, upload_taken: 409, too_many_uploads: 429 },
});

export const readUpload = contract({
  ...upload,
  method: "GET",
  path: "/uploads/:id",
  summary: label("查看分段上传", "Where an upload stands"),
  description: label("回答已收到多少。", "Answers how much has come."),
  answer: data(Upload),
  errors: { not_found: 404 },
});

export const sendPiece = contract({
  ...upload,
  method: "PATCH",
  path: "/uploads/:id",
  summary: label("上传一段", "Send a piece"),
  description: label(
    "从 offset 开始的一段，最大 16 MB；offset 不等于已收到的长度时拒绝（409），请先查看进度再继续。",
    "The piece that begins at the offset, at most 16 MB. Refused with 409 where the offset is not how much has come: ask, and go on from there.",
  ),
  query: object({ offset: text({ pattern: "^\\d{1,12}$" }) }),
  form: object({ piece: text({ format: "binary" }) }),
  answer: data(Upload),
  errors: { not_found: 404, wrong_offset: 409, too_large: 413, no_file: 422 },
});

export const finishUpload = contract({
  ...upload,
  method: "POST",
  path: "/uploads/:id/finish",
  summary: label("完成分段上传", "Finish an upload"),
  description: label(
    "全部收到后生成附件。可以重复调用，回答同一个附件。",
    "Makes the file once all of it has come. Asked again, it answers the same file.",
  ),
  body: closed({
    document_type: optional(text()),
    /** The record that it belongs to. */
    regarding_object: optional(text()),
    regarding_id: optional(text()),
  }),
  status: 201,
  answer: object({ data: values(), abilities: object({ update: flag(), delete: flag() }) }),
  errors: { not_found: 404, unfinished: 409, digest_differs: 422, no_file: 422, bad_id: 422 },
});

export const dropUpload = contract({
  ...upload,
  method: "DELETE",
  path: "/uploads/:id",
  summary: label("放弃分段上传", "Give up an upload"),
  description: label("删除已收到的部分。", "Deletes what has come."),
  status: 204,
  answer: NOTHING,
  errors: { not_found: 404 },
});
