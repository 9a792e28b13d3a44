import { label } from "../i18n/label.ts";
import { contract, FILE } from "./contract.ts";
import { flag, object, optional, text, values } from "./schema.ts";

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
    "下载文件；能看到所属记录才能下载。",
    "Downloads a file, for whoever may read the record it belongs to.",
  ),
  /** `download`: never shown in the page. */
  query: object({ download: optional(text()) }),
  answer: FILE,
  errors: { not_found: 404 },
});
