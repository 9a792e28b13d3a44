import type { Context } from "../../../engine/context.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { type Suggestion, suggestMapping } from "../shared/suggest-mapping.ts";
import { openSheet } from "./open-sheet.ts";
import { BrokenFile, refuseFile, type Sheet } from "./sheet.ts";
import { importable } from "./importable.ts";
import { sampleColumns } from "./sample-columns.ts";
import { keepUpload, type Received } from "./take-upload.ts";

async function countRows(sheet: Sheet): Promise<number> {
  let rows = 0;
  for await (const row of sheet.rows()) rows = row.number;
  return rows;
}

/** What a file holds and how its columns would be mapped; the file is kept for the import that follows. */
export async function inspectUpload(context: Context, { file, fields }: Received): Promise<Result<unknown>> {
  const object = importable(context, fields["object"] ?? "");
  if (!object) return refuse({ status: 422, code: "unknown_object", text: label("没有这个对象", "There is no such object") });
  const sheet = await openSheet(
    { name: file.file_name, size: file.file_size, open: () => context.services.files.open(file.file_hash) },
    fields["sheet"] || undefined,
  );
  if (!sheet.ok) return sheet;
  try {
    const sample = await sampleColumns(sheet.value);
    const suggested = suggestMapping(object, sample.columns, (name) => context.catalog.object(name));
    const rows = sample.whole ? sample.rows : await countRows(sheet.value);
    const { encoding = null, delimiter = null, sheets = [], format } = sheet.value;
    const columns = sample.columns.map(({ name, samples }) => ({ name, samples, suggestion: suggestionOf(suggested[name]) }));
    return accept({
      data: {
        upload: await keepUpload(context, file),
        file_name: file.file_name,
        format,
        columns,
        rows,
        encoding,
        delimiter,
        sheets,
        match: suggestedMatch(Object.values(suggested)),
      },
    });
  } catch (error) {
    if (error instanceof BrokenFile) return refuseFile(error.code, error.params);
    throw error;
  }
}

/** In the words of the API's options. */
const suggestionOf = (suggestion: Suggestion | undefined): unknown => suggestion ?? null;
const suggestedMatch = (suggested: readonly Suggestion[]): readonly string[] => {
  const found = ["id", "external_id"].find((name) => suggested.some(({ field }) => field === name));
  return found ? [found] : [];
};
