import { type Context, type Result, SENT, accept, refuse, serve } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import {
  answerImport,
  cancelImport,
  changeImportMapping,
  importFile,
  listImportRows,
  listImports,
  readImport,
  readImportErrors,
  undoImport,
} from "../shared/imports.contract.ts";
import { inspectImportFile } from "../shared/inspection.contract.ts";
import { makeColumnFields } from "../shared/new-fields.contract.ts";
import { answerQuestions } from "./answer-questions.ts";
import { continueImport } from "./continue-import.ts";
import { stopImport, undoImportLater } from "./control-import.ts";
import { errorsCsv } from "./errors-csv.ts";
import { inspectRun, inspectUpload } from "./inspect-upload.ts";
import { listRows, OUTCOMES } from "./list-rows.ts";
import { makeFields } from "./make-fields.ts";
import { fileGone, type Run } from "./run-store.ts";
import { answerOf, ownRun, recentRuns, wholeAnswer } from "./show-import.ts";
import { startFromDryRun, startImport } from "./start-import.ts";
import { findUpload, Received, receiveForm } from "./take-upload.ts";

const serving = { ability: "record.import" } as const;
const ROWS_SHOWN = 100;

/** Does `work` with the caller's own import. */
async function withOwn<T>(
  context: Context,
  id: string,
  work: (run: Run) => Promise<Result<T>>,
): Promise<Result<T>> {
  const run = await ownRun(context, id);
  return run.ok ? work(run.value) : run;
}

async function startFromForm(context: Context, { file, fields }: Received): Promise<Result<{ id: string }>> {
  try {
    const options: unknown = JSON.parse(fields["options"] ?? "");
    return startImport(context, file, options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse({
      status: 400,
      code: "options_malformed",
      text: label("options 不是有效的 JSON：{problem}", "“options” is not valid JSON: {problem}"),
      params: { problem: error.message },
    });
  }
}

async function rowsOf(context: Context, run: Run, outcome = "", cursor = "") {
  const wanted = OUTCOMES.find((one) => one === outcome);
  const data = await listRows(context, run, wanted, Number(cursor) || 0, ROWS_SHOWN);
  return { data, page: { next: data.length === ROWS_SHOWN ? String(data.at(-1)?.row) : null } };
}

export const importRoutes = [
  serve(importFile, { ...serving, multipart: receiveForm }, async (context, { body }) => {
    if (body instanceof Received) return startFromForm(context, body);
    if ("from" in body) return startFromDryRun(context, body.from);
    const file = await findUpload(context, body.upload);
    return file.ok ? startImport(context, file.value, body.options) : file;
  }),
  serve(inspectImportFile, { ...serving, multipart: receiveForm, reads: true }, async (context, { body }) => {
    if (body instanceof Received) return inspectUpload(context, body);
    if ("from" in body) return withOwn(context, body.from, (run) => inspectRun(context, run));
    const { upload } = body;
    const file = await findUpload(context, upload);
    return file.ok ? inspectUpload(context, { file: file.value, fields: body, upload }) : file;
  }),
  serve(makeColumnFields, { ability: "objects.manage" }, (context, { body }) =>
    makeFields(context, body.object, body.columns),
  ),
  serve(listImports, serving, async (context) =>
    accept({ data: (await recentRuns(context)).map(answerOf), page: { next: null } }),
  ),
  serve(readImport, serving, (context, { params: { id } }) =>
    withOwn(context, id, async (run) => accept({ data: await wholeAnswer(context, run) })),
  ),
  serve(listImportRows, serving, (context, { params: { id }, query: { outcome, cursor } }) =>
    withOwn(context, id, async (run) => accept(await rowsOf(context, run, outcome, cursor))),
  ),
  serve(changeImportMapping, serving, (context, { params, body }) =>
    withOwn(context, params.id, ({ id }) => continueImport(context, id, body.options)),
  ),
  serve(readImportErrors, serving, (context, { params, reply }) =>
    withOwn(context, params.id, async (run) => {
      if (run.emptied_at) return fileGone();
      const name = encodeURIComponent(`${run.file_name.replace(/\.[^.]*$/, "")}-errors.csv`);
      await reply
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .type("text/csv; charset=utf-8")
        .send(errorsCsv(context, run));
      return accept(SENT);
    }),
  ),
  serve(answerImport, serving, (context, { params, body }) =>
    withOwn(context, params.id, ({ id }) => answerQuestions(context, id, body.answers)),
  ),
  serve(undoImport, serving, (context, { params }) =>
    withOwn(context, params.id, ({ id }) => undoImportLater(context, id)),
  ),
  serve(cancelImport, serving, (context, { params }) =>
    withOwn(context, params.id, (run) => stopImport(context, run)),
  ),
];
