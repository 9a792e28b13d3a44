import { label } from "../i18n/label.ts";
import { contract, FILE } from "./contract.ts";
import { data, flag, moment, object, optional, text, values } from "./schema.ts";

export const storeFile = contract({
  method: "POST",
  path: "/files",
  tag: "files",
  summary: label("上传文件", "Upload a file"),
  description: label(
    "上传一个文件，返回标识，再填入文件字段。最大 200 MB，内容会被检查。",
    "Uploads a file and answers its id, to be put into a file field. At most 200 MB; its content is checked.",
  ),
  form: object({
    file: text({ format: "binary" }),
    /** The id that its record shall have. */
    id: optional(text()),
    document_type: optional(text()),
    /** The record that it belongs to. */
    regarding_object: optional(text()),
    regarding_id: optional(text()),
  }),
  status: 201,
  /** The record of the file. */
  answer: object({ data: values(), abilities: object({ update: flag(), delete: flag() }) }),
  errors: { no_file: 422, bad_id: 422, too_large: 413 },
});

export const readFile = contract({
  method: "GET",
  path: "/files/:id/content",
  tag: "files",
  summary: label("下载文件", "Download a file"),
  description: label(
    "下载文件；能看到所属记录才能下载。可以用 Range 只取一段。",
    "Downloads a file, for whoever may read the record it belongs to. Range asks for a part of it.",
  ),
  /** `download`: never shown in the page. */
  query: object({ download: optional(text()) }),
  answer: FILE,
  errors: { not_found: 404, range: 416 },
});

export const linkFile = contract({
  method: "GET",
  path: "/files/:id/link",
  tag: "files",
  summary: label("获取下载链接", "Get a download link"),
  description: label(
    "给出一个不需要登录的下载地址，最长五分钟有效。链接以你的身份打开：你看不到文件时，它立即失效。",
    "Answers an address that downloads the file without signing in, for at most five minutes. It opens as you: once you may not see the file, it ends.",
  ),
  /** `download`: never shown in the page. */
  query: object({ download: optional(text()) }),
  /** The address begins with a slash: it is this installation's. */
  answer: data(object({ url: text(), expires_at: moment() })),
  errors: { not_found: 404 },
});

export const readLinkedFile = contract({
  method: "GET",
  path: "/files/linked",
  tag: "files",
  summary: label("凭链接下载文件", "Download a file by its link"),
  description: label(
    "凭下载链接取得文件；链接无效、过期，或给出链接的人已看不到文件时，回答都是 404。",
    "The file of a download link. Unknown, expired, and of somebody who may not see the file any more: always 404.",
  ),
  query: object({ token: text() }),
  answer: FILE,
  errors: { not_found: 404, network_not_allowed: 403, range: 416 },
});
