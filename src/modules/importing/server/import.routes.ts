import { Type } from "@sinclair/typebox";
import { SENT, type Route, type Call } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { type Answer, type Answers, answerQuestions } from "./answer-questions.ts";
import { continueImport } from "./continue-import.ts";
import { cancelImport, undoImportLater } from "./control-import.ts";
import { errorsCsv } from "./errors-csv.ts";
import { inspectRun, inspectUpload } from "./inspect-upload.ts";
import { listRows, OUTCOMES } from "./list-rows.ts";
import { fileGone } from "./run-store.ts";
import { answerOf, ownRun, recentRuns, wholeAnswer } from "./show-import.ts";
import { startFromDryRun, startImport } from "./start-import.ts";
import { findUpload, Received, receiveForm } from "./take-upload.ts";

const common = { tag: "imports", ability: "record.import" } as const;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

async function start(context: Context, call: Call): Promise<Result<unknown>> {
  const { body } = call;
  if (!(body instanceof Received)) {
    if (!isRecord(body)) return noForm();
    if (typeof body["from"] === "string") return startFromDryRun(context, body["from"]);
    const file = await findUpload(context, String(body["upload"] ?? ""));
    return file.ok ? startImport(context, file.value, body["options"]) : file;
  }
  try {
    const options: unknown = JSON.parse(body.fields["options"] ?? "");
    return startImport(context, body.file, options);
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

/** A file that comes along, or, to read it another way, one that was inspected before. */
async function inspect(context: Context, { body }: Call): Promise<Result<unknown>> {
  if (body instanceof Received) return inspectUpload(context, body);
  if (!isRecord(body)) return noForm();
  const from = body["from"];
  if (typeof from === "string") {
    const run = await ownRun(context, from);
    return run.ok ? inspectRun(context, run.value) : run;
  }
  const upload = String(body["upload"] ?? "");
  const file = await findUpload(context, upload);
  return file.ok ? inspectUpload(context, { file: file.value, fields: body, upload }) : file;
}
const noForm = () =>
  refuse({
    status: 400,
    code: "file_missing",
    text: label("请以 multipart/form-data 上传文件", "Send the file as multipart/form-data"),
  });

async function sendErrors(context: Context, call: Call): Promise<Result<unknown>> {
  const run = await ownRun(context, call.params["id"]);
  if (!run.ok) return run;
  if (run.value.emptied_at) return fileGone();
  const name = encodeURIComponent(`${run.value.file_name.replace(/\.[^.]*$/, "")}-errors.csv`);
  await call.reply
    .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
    .type("text/csv; charset=utf-8")
    .send(errorsCsv(context, run.value));
  return accept(SENT);
}

/** Runs `work` with the caller's own import. */
const onOwn =
  (work: (context: Context, id: string, call: Call) => Promise<Result<unknown>>): Route["run"] =>
  async (context, call) => {
    const run = await ownRun(context, call.params["id"]);
    return run.ok ? work(context, run.value.id, call) : run;
  };

const ROWS_SHOWN = 100;
const answer = Type.Union([
  Type.String({ maxLength: 500 }),
  Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 }),
  Type.Null(),
  Type.Object({ create: Type.Literal(true) }, { additionalProperties: false }),
  Type.Object({ skip: Type.Literal(true) }, { additionalProperties: false }),
]);
const answers = Type.Object({ answers: Type.Record(Type.String(), answer) });
const options = Type.Object({}, { additionalProperties: true });
const stored = Type.Union([
  Type.Object({ upload: Type.String({ maxLength: 60 }), options }),
  Type.Object({ from: Type.String({ maxLength: 60 }) }),
]);

const inspected = Type.Object(
  {
    upload: Type.String({ maxLength: 60 }),
    object: Type.String({ maxLength: 60 }),
    sheet: Type.Optional(Type.String({ maxLength: 200 })),
    encoding: Type.Optional(Type.String({ maxLength: 20 })),
    delimiter: Type.Optional(Type.String({ maxLength: 1 })),
    header_row: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    header_rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 })),
    lines_sheet: Type.Optional(Type.String({ maxLength: 200 })),
    hidden_rows: Type.Optional(Type.Union([Type.Literal("read"), Type.Literal("skip")])),
    total_rows: Type.Optional(Type.Union([Type.Literal("read"), Type.Literal("skip")])),
  },
  { additionalProperties: false },
);

export const importRoutes: readonly Route[] = [
  {
    ...common,
    method: "POST",
    path: "/imports",
    summary: label("导入文件", "Import a file"),
    multipart: receiveForm,
    body: stored,
    status: 202,
    run: start,
  },
  {
    ...common,
    method: "POST",
    path: "/imports/inspect",
    summary: label("查看文件并建议映射", "Look into a file and suggest its mapping"),
    multipart: receiveForm,
    body: Type.Union([inspected, Type.Object({ from: Type.String({ maxLength: 60 }) })]),
    reads: true,
    run: inspect,
  },
  {
    ...common,
    method: "GET",
    path: "/imports",
    summary: label("自己最近的导入", "One's own latest imports"),
    run: async (context) => accept({ data: (await recentRuns(context)).map(answerOf), page: { next: null } }),
  },
  {
    ...common,
    method: "GET",
    path: "/imports/:id",
    summary: label("导入的进度与结果", "Progress and result of an import"),
    run: async (context, call) => {
      const run = await ownRun(context, call.params["id"]);
      return run.ok ? accept({ data: await wholeAnswer(context, run.value) }) : run;
    },
  },
  {
    ...common,
    method: "GET",
    path: "/imports/:id/rows",
    summary: label("各行的结果", "Rows and what became of them"),
    query: Type.Object({
      outcome: Type.Optional(Type.String({ maxLength: 20 })),
      cursor: Type.Optional(Type.String({ maxLength: 12 })),
    }),
    run: async (context, call) => {
      const run = await ownRun(context, call.params["id"]);
      if (!run.ok) return run;
      const outcome = OUTCOMES.find((one) => one === call.query["outcome"]);
      const data = await listRows(
        context,
        run.value,
        outcome,
        Number(call.query["cursor"] ?? 0) || 0,
        ROWS_SHOWN,
      );
      return accept({ data, page: { next: data.length === ROWS_SHOWN ? String(data.at(-1)?.row) : null } });
    },
  },
  {
    ...common,
    method: "POST",
    path: "/imports/:id/continue",
    summary: label(
      "改正匹配后继续：试运行重新检查，导入处理失败的行",
      "Go on with another mapping: a dry run again, an import with its failed rows",
    ),
    body: Type.Object({ options }),
    status: 202,
    run: onOwn((context, id, call) =>
      continueImport(context, id, isRecord(call.body) ? call.body["options"] : undefined),
    ),
  },
  {
    ...common,
    method: "GET",
    path: "/imports/:id/errors.csv",
    summary: label("失败的行及原因", "Failed rows and why"),
    run: sendErrors,
  },
  {
    ...common,
    method: "POST",
    path: "/imports/:id/answers",
    summary: label("回答疑问并重新检查", "Answer questions and check again"),
    body: answers,
    status: 202,
    run: onOwn((context, id, call) => answerQuestions(context, id, answersIn(call.body))),
  },
  {
    ...common,
    method: "POST",
    path: "/imports/:id/undo",
    summary: label("撤销导入", "Undo an import"),
    status: 202,
    run: onOwn((context, id) => undoImportLater(context, id)),
  },
  {
    ...common,
    method: "POST",
    path: "/imports/:id/cancel",
    summary: label("取消导入", "Cancel an import"),
    status: 202,
    run: async (context, call) => {
      const run = await ownRun(context, call.params["id"]);
      return run.ok ? cancelImport(context, run.value) : run;
    },
  },
];

function answersIn(body: unknown): Answers {
  const given = isRecord(body) ? body["answers"] : undefined;
  return Object.fromEntries(
    Object.entries(isRecord(given) ? given : {}).map(([id, one]) => [id, answerIn(one)]),
  );
}
function answerIn(given: unknown): Answer {
  if (typeof given === "string") return given;
  if (Array.isArray(given)) return given.filter((one) => typeof one === "string");
  return isRecord(given) ? ("create" in given ? { create: true } : { skip: true }) : null;
}
