import { label } from "../../../../shared/i18n/label.ts";
import { contract, FILE } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  list,
  literal,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  page,
  shaped,
  text,
  uuid,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { FILE_FAULTS } from "./file-faults.ts";
import type { ImportOptionsInput } from "./given-options.contract.ts";
import { ImportAnswer, ImportedRow, ListedImport } from "./run.contract.ts";

/** Read by `parseOptions`, which tells all of its faults at once, each with its place. */
const Options = shaped<Partial<ImportOptionsInput>>(object({}, { additionalProperties: true }));

const tag = "imports";
/** Work that has begun. */
const begins = { method: "POST", tag, status: 202, answer: object({ id: uuid() }) } as const;
const refusedOptions = { invalid_options: 422, override_forbidden: 403, file_gone: 410 } as const;
const not_found = 404;

export const importFile = contract({
  ...begins,
  path: "/imports",
  summary: label("导入文件", "Import a file"),
  description: label(
    "导入一个文件；dry_run 只检查。成为后台任务，可暂停、取消、撤销。",
    "Imports a file; with dry_run it only checks. It becomes a job that can be paused, cancelled and undone.",
  ),
  /** `options`: a JSON text. */
  form: object({ file: text({ format: "binary" }), options: text() }),
  /** A file that was inspected before, or that of a dry run with the answers given to its questions. */
  body: oneOf(
    object({ upload: text({ maxLength: 60 }), options: Options }),
    object({ from: text({ maxLength: 60 }) }),
  ),
  errors: {
    ...FILE_FAULTS,
    ...refusedOptions,
    file_missing: 400,
    options_malformed: 400,
    not_found,
    upload_gone: 404,
    not_a_dry_run: 409,
  },
});

export const listImports = contract({
  method: "GET",
  path: "/imports",
  tag,
  summary: label("自己最近的导入", "One's own latest imports"),
  description: label("列出自己最近的导入和预检。", "One’s own latest imports and dry runs."),
  answer: page(ListedImport),
});

export const readImport = contract({
  method: "GET",
  path: "/imports/:id",
  tag,
  summary: label("导入的进度与结果", "Progress and result of an import"),
  description: label(
    "返回导入的进度、各结果的条数和待回答的疑问。",
    "Progress of an import, how many rows had which outcome, and the questions to answer.",
  ),
  answer: data(ImportAnswer),
  errors: { not_found },
});

export const listImportRows = contract({
  method: "GET",
  path: "/imports/:id/rows",
  tag,
  summary: label("各行的结果", "Rows and what became of them"),
  description: label(
    "返回各行的结果和原因，可按结果筛选。",
    "Rows with outcome and reasons, by outcome if wanted.",
  ),
  query: object({ outcome: optional(text({ maxLength: 20 })), cursor: optional(text({ maxLength: 12 })) }),
  answer: page(ImportedRow),
  errors: { not_found },
});

export const changeImportMapping = contract({
  ...begins,
  path: "/imports/:id/continue",
  summary: label(
    "改正匹配后继续：试运行重新检查，导入处理失败的行",
    "Go on with another mapping: a dry run again, an import with its failed rows",
  ),
  description: label(
    "用改正后的匹配继续，不必重新上传文件。",
    "Goes on with a corrected mapping; the file need not be sent again.",
  ),
  body: object({ options: Options }),
  errors: { ...refusedOptions, not_found, not_continuable: 409 },
});

export const readImportErrors = contract({
  method: "GET",
  path: "/imports/:id/errors.csv",
  tag,
  summary: label("失败的行及原因", "Failed rows and why"),
  description: label(
    "下载失败的行及原因，改好后可直接再导入。",
    "The failed rows with reasons; mended, the file can be imported as it is.",
  ),
  answer: FILE,
  errors: { not_found, file_gone: 410 },
});

/**
 * The id or title of a candidate, several of them, another name, null for an empty field, or to make a record
 * of that name or leave its rows out.
 */
const QuestionAnswer = nullable(
  oneOf(
    text({ maxLength: 500 }),
    list(text({ maxLength: 500 }), { maxItems: 200 }),
    closed({ create: literal(true) }),
    closed({ skip: literal(true) }),
  ),
);
export type QuestionAnswer = Static<typeof QuestionAnswer>;
/** By question. */
const QuestionAnswers = mapOf(QuestionAnswer);
export type QuestionAnswers = Static<typeof QuestionAnswers>;

export const answerImport = contract({
  ...begins,
  path: "/imports/:id/answers",
  summary: label("回答疑问并重新检查", "Answer questions and check again"),
  description: label(
    "一次回答所有疑问，如“梁红”是谁，再重新检查。",
    "Answers all questions in one go, such as who “Liang” is, and checks again.",
  ),
  body: object({ answers: QuestionAnswers }),
  errors: { not_found, not_answerable: 409, unknown_question: 422, file_gone: 410 },
});

export const undoImport = contract({
  ...begins,
  path: "/imports/:id/undo",
  summary: label("撤销导入", "Undo an import"),
  description: label(
    "撤销导入：新建的移入回收站，修改的恢复原值，之后被改过的不动。",
    "Undoes an import: what it created goes to the recycle bin, what it changed goes back, what was changed since stays.",
  ),
  errors: { not_found, gone: 409, already_undone: 409, still_running: 409, dry_run: 409 },
});

export const cancelImport = contract({
  ...begins,
  path: "/imports/:id/cancel",
  summary: label("取消导入", "Cancel an import"),
  description: label(
    "取消导入；已导入的部分保留，可以再撤销。",
    "Cancels it; what is in stays, and can be undone.",
  ),
  errors: { not_found, already_ended: 409, undoing: 409 },
});
