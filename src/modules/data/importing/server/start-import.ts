import {
  type Context,
  type Result,
  accept,
  answeringOnce,
  creating,
  elevate,
  hasAbility,
  newId,
  objectRights,
  refuse,
  saveIn,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { encodingOf } from "../shared/encodings.ts";
import { lineTitlesOf, titlesOf } from "../shared/known-titles.ts";
import type { ColumnPlan, ImportOptions } from "../shared/options.contract.ts";
import { parseOptions } from "../shared/parse-options.ts";
import { suggestFor } from "./suggest-for.ts";
import { importable } from "./importable.ts";
import { sampleColumns } from "./sample-columns.ts";
import { planMapping } from "./plan-mapping.ts";
import { unreadableMatch } from "./unreadable-match.ts";
import { openSheet } from "./open-sheet.ts";
import { ownRun } from "./show-import.ts";
import { startJobIn } from "../../../base/jobs/public.ts";
import { importKind } from "./run-import.job.ts";
import { fileGone, insertRun } from "./run-store.ts";
import { orRefused, type Sheet } from "./sheet.ts";
import type { StoredFile } from "./take-upload.ts";
import { importObject } from "./import.object.ts";

export const invalid = (reasons: readonly Reason[]) =>
  refuse({
    status: 422,
    code: "invalid_options",
    text: label("导入选项有误。", "The import options are not valid."),
    reasons,
  });

/** Checks file and options, writes down the import and queues it. Nothing is written to records yet. */
export async function startImport(
  context: Context,
  file: StoredFile,
  given: unknown,
): Promise<Result<{ id: string }>> {
  const { id: actor } = context.principal;
  if (actor === null)
    return refuse({
      status: 403,
      code: "forbidden",
      text: label("导入须由成员发起。", "An import must be started by a person."),
    });
  const parsed = parseOptions(given, (name) => importable(context, name));
  if (!parsed.ok) return invalid(parsed.reasons);
  const denied = whyDenied(context, parsed.options);
  if (denied) return denied;
  const sheet = await openFor(context, file, parsed.options);
  if (!sheet.ok) return sheet;
  const mapped = await orRefused(async () => accept(await withMapping(context, parsed.options, sheet.value)));
  if (!mapped.ok) return mapped;
  const options = asRead(mapped.value, sheet.value);
  const planned = planMapping(options, sheet.value.header, (name) => context.catalog.object(name));
  if (!planned.ok) return invalid(planned.reasons);
  const forbidden = unreadableMatch(context, planned.plan.object, planned.plan.match);
  if (forbidden.length > 0) return invalid(forbidden);
  const id = await queueImport(
    context,
    actor,
    file,
    { ...options, match: planned.plan.match },
    sheet.value.header,
  );
  return id.ok ? accept({ id: id.value }) : id;
}

/** The import that a dry run tried, with the answers given to its questions. */
export async function startFromDryRun(context: Context, id: string): Promise<Result<{ id: string }>> {
  const found = await ownRun(context, id);
  if (!found.ok) return found;
  const run = found.value;
  if (!run.options.dryRun || run.status !== "done")
    return refuse({
      status: 409,
      code: "not_a_dry_run",
      text: label("只能从已完成的预检开始导入。", "Only a finished dry run can be imported."),
    });
  if (run.emptied_at) return fileGone();
  const options: ImportOptions = { ...run.options, dryRun: false };
  const denied = whyDenied(context, options);
  const object = context.catalog.object(options.object);
  const forbidden = object ? unreadableMatch(context, object, options.match ?? []) : [];
  if (forbidden.length > 0) return invalid(forbidden);
  const { id: actor } = context.principal;
  if (denied || actor === null)
    return (
      denied ??
      refuse({
        status: 403,
        code: "forbidden",
        text: label("导入须由成员发起。", "An import must be started by a person."),
      })
    );
  const queued = await queueImport(
    context,
    actor,
    { file_hash: run.file_hash, file_name: run.file_name, file_size: run.file_size },
    options,
    run.header,
  );
  return queued.ok ? accept({ id: queued.value }) : queued;
}

export function whyDenied(
  context: Context,
  options: ImportOptions,
): Extract<Result<never>, { ok: false }> | null {
  const object = context.catalog.object(options.object);
  const rights = objectRights(context, { name: options.object });
  if (!object || (!rights.create && rights.update === "none"))
    return refuse({
      status: 403,
      code: "forbidden",
      text: label("你没有写入此对象的权限", "You do not have permission to write records of this object"),
    });
  if (options.override && !hasAbility(context, "pipeline.override"))
    return refuse({
      status: 403,
      code: "override_forbidden",
      text: label(
        "你没有特批通过阶段关卡的权限",
        "You do not have permission to make exceptions at stage gates",
      ),
    });
  return null;
}

/** The file's table; the titles of the object's fields tell which row holds the titles. */
function openFor(context: Context, file: StoredFile, options: ImportOptions): Promise<Result<Sheet>> {
  const objectOf = (name: string): CatalogObject | undefined => context.catalog.object(name);
  const object = objectOf(options.object);
  const upload = {
    name: file.file_name,
    size: file.file_size,
    open: () => context.services.files.open(file.file_hash),
  };
  return openSheet(
    upload,
    options,
    object && { isTitle: titlesOf(object, objectOf), isLineTitle: lineTitlesOf(object, objectOf) },
  );
}
/** What was found out is settled for the run: it reads the file the same way, also after a restart. */
const asRead = (
  options: ImportOptions,
  { encoding, delimiter, sheet, linesSheet, titles }: Sheet,
): ImportOptions => {
  const known = encoding === undefined ? undefined : encodingOf(encoding);
  return {
    ...options,
    headerRow: titles.row,
    headerRows: titles.rows,
    ...(known ? { encoding: known } : {}),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(linesSheet === undefined ? {} : { linesSheet }),
  };
};

async function withMapping(context: Context, options: ImportOptions, sheet: Sheet): Promise<ImportOptions> {
  if (options.mapping) return options;
  const object = context.catalog.object(options.object);
  if (!object) return options;
  const { columns } = await sampleColumns(sheet);
  const suggested = await suggestFor(context, object, columns);
  const mapping = Object.fromEntries(
    Object.entries(suggested).map(([column, { confidence: _confidence, ...plan }]): [string, ColumnPlan] => [
      column,
      plan,
    ]),
  );
  return { ...options, mapping };
}

async function queueImport(
  context: Context,
  actor: string,
  file: StoredFile,
  options: ImportOptions,
  header: readonly string[],
): Promise<Result<string>> {
  const id = newId();
  const values = {
    file_name: file.file_name,
    object: options.object,
    status: "queued" as const,
    dry_run: options.dryRun,
    options: JSON.parse(JSON.stringify(options)),
    owner: actor,
  };
  // The record of the import is the program's, the key its caller's.
  const { idempotency } = answeringOnce(context, () => ({ status: 202, body: { id } }));
  const acting: Context = { ...elevate(context, "imports are written by the program only"), idempotency };
  const saved = await context.db.transaction(async (tx) => {
    const result = await saveIn(tx, acting, {
      operations: [creating(importObject, values, { id })],
      road: "import",
      mode: "all",
    });
    if (result.saved)
      await insertRun(tx, context, {
        id,
        actor,
        narrowed_to: context.principal.narrowedTo ?? null,
        language: context.language,
        ...file,
        header,
        options,
      });
    if (result.saved) await startJobIn(tx, context, importKind, { id, payload: { object: options.object } });
    return { ok: result.saved, result };
  });
  const [first] = saved.result.results;
  return first && !first.ok ? { ok: false, refusal: first.refusal } : accept(id);
}
