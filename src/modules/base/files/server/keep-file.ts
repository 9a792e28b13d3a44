import {
  accept,
  type Context,
  creating,
  elevate,
  getByName,
  isAcceptableId,
  isUuid,
  recordMessages,
  refuse,
  type Result,
  roadIn,
  save,
} from "../../../../engine/public.ts";
import { file as storedFile } from "../../../../objects/system/file/file.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { RecordLink } from "../../../../shared/metadata/record-of.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { storeFile } from "../../../../shared/wire/files.contract.ts";

export const FIELDS = ["id", "document_type", "regarding_object", "regarding_id"] as const;
export type Given = Partial<Record<(typeof FIELDS)[number], string>>;

export interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
}
const chooseOne = label("请选择要上传的文件。", "Choose a file to upload.");
export const noFile = (): Result<never> => refuse({ status: 422, code: "no_file", text: chooseOne });

/** Makes the record that holds what was received. */
export async function keepFile(
  context: Context,
  file: StoredFile,
  given: Given,
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
