import { type Context, type Result, accept, refuse } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { keptTitles } from "../shared/field-columns.ts";
import { lineTitlesOf, titlesOf } from "../shared/known-titles.ts";
import type { Inspected, InspectedColumn } from "../shared/inspection.contract.ts";
import { parseReading } from "../shared/parse-options.ts";
import type { ReadingOptions } from "../shared/reading.contract.ts";
import type { Suggestion } from "../shared/suggestions.ts";
import { suggestFor } from "./suggest-for.ts";
import { ColumnProfiles } from "./profile-columns.ts";
import { openSheet } from "./open-sheet.ts";
import { orRefused, readingOf, type Sheet } from "./sheet.ts";
import { importable } from "./importable.ts";
import { NoticeBook } from "./notice-book.ts";
import { savedMappings } from "./saved-mappings.ts";
import { sampleColumns } from "./sample-columns.ts";
import { printOptions } from "../shared/print-options.ts";
import { fileGone, type Run } from "./run-store.ts";
import { weighSample } from "./weigh-sample.ts";
import { storeUpload, type StoredFile } from "./take-upload.ts";

const SHOWN_ROWS = 12;
const SHOWN_CELLS = 12;

/** Goes through the whole file: how many rows, and what should be told of it. */
async function readThrough(sheet: Sheet, book: NoticeBook, profiles: ColumnProfiles): Promise<number> {
  for (const notice of sheet.notices) book.tell(notice);
  let rows = 0;
  for await (const row of sheet.rows(book)) {
    rows = row.number;
    book.add(row);
    profiles.add(row);
  }
  return rows;
}

export interface Inspection {
  readonly file: StoredFile;
  /** The object, and how the file is to be read. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The upload that holds the file already. */
  readonly upload?: string;
}

/**
 * What a file holds, how it was read and how its columns would be mapped; the file is kept for the import
 * that follows.
 */
export async function inspectUpload(
  context: Context,
  { file, fields, upload }: Inspection,
): Promise<Result<{ data: Inspected }>> {
  const asked = readFields(context, fields);
  if (!asked.ok) return asked;
  const { object, options } = asked.value;
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  return orRefused(async () => {
    const opened = await openSheet(
      { name: file.file_name, size: file.file_size, open: () => context.services.files.open(file.file_hash) },
      options,
      {
        isTitle: titlesOf(object, objectOf),
        isLineTitle: lineTitlesOf(object, objectOf),
      },
    );
    if (!opened.ok) return opened;
    const sheet = opened.value;
    const sample = await sampleColumns(sheet);
    const suggested = await suggestFor(context, object, sample.columns);
    const book = new NoticeBook({ header: sheet.header, readHidden: options.hiddenRows !== "skip" });
    const isKept = keptTitles(object, objectOf);
    const profiles = new ColumnProfiles(sheet.header, (name) => !suggested[name] && !isKept(name));
    const rows = await readThrough(sheet, book, profiles);
    const settings = weighSample(context, object, sheet, suggested, sample.cells);
    const newFields = profiles.suggested();
    const columns = sample.columns.map(({ name, samples }): InspectedColumn => ({
      name,
      samples,
      suggestion: suggested[name] ?? null,
      ...(isKept(name) ? { kept: true } : {}),
      ...(newFields[name] ? { new_field: newFields[name] } : {}),
      ...settings[name],
    }));
    return accept({
      data: {
        upload: upload ?? (await storeUpload(context, file)),
        file_name: file.file_name,
        columns,
        rows,
        ...readingOf(sheet),
        hidden_rows: options.hiddenRows ?? "read",
        total_rows: options.totalRows ?? "skip",
        sheets: sheet.sheets ?? [],
        hidden_sheets: sheet.hiddenSheets ?? [],
        head: sheet.head.slice(0, SHOWN_ROWS).map(({ line, cells }) => ({
          line,
          cells: cells.slice(0, SHOWN_CELLS).map((cell) => cell.slice(0, 60)),
        })),
        notices: book.inWords(context.language),
        saved: await savedMappings(context, object.name, sheet.header),
        match: suggestedMatch(Object.values(suggested)),
      },
    });
  });
}

/** The object, and how the file is to be read. */
function readFields(
  context: Context,
  fields: Inspection["fields"],
): Result<{ readonly object: CatalogObject; readonly options: ReadingOptions }> {
  const object = importable(context, String(fields["object"] ?? ""));
  if (!object)
    return refuse({
      status: 422,
      code: "unknown_object",
      text: label("没有这个对象。", "This object does not exist."),
    });
  const { options, reasons } = parseReading(fields);
  if (reasons.length > 0)
    return refuse({
      status: 422,
      code: "invalid_options",
      text: label("读取方式有误。", "The reading options are not valid."),
      reasons,
    });
  return accept({ object, options });
}

const suggestedMatch = (suggested: readonly Suggestion[]): readonly string[] => {
  const found = ["id", "external_id"].find((name) => suggested.some(({ field }) => field === name));
  return found ? [found] : [];
};

/** The file of an import again, with the options it was brought in with: to change its mapping. */
export async function inspectRun(context: Context, run: Run): Promise<Result<{ data: Inspected }>> {
  if (run.emptied_at) return fileGone();
  const { file_hash, file_name, file_size } = run;
  const options = printOptions(run.options);
  const inspected = await inspectUpload(context, {
    file: { file_hash, file_name, file_size },
    fields: options,
  });
  return inspected.ok
    ? accept({
        data: {
          ...inspected.value.data,
          from: run.id,
          dry_run: run.options.dryRun,
          failed: run.failed,
          options,
        },
      })
    : inspected;
}
