import { Readable } from "node:stream";
import { csvLines } from "../../../../shared/text/csv.ts";
import { SENT } from "../../../../engine/api/route.ts";
import { serve } from "../../../../engine/api/serve.ts";
import { titlesFor } from "../../../../engine/changes/titles-for.ts";
import type { Context } from "../../../../engine/context.ts";
import { getByName } from "../../../../engine/query/object-of.ts";
import { isUuid } from "../../../../engine/record/is-uuid.ts";
import { accept, refuse, type Result } from "../../../../engine/refusal.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { cancelJob, type Job, readJob, readJobErrors } from "../../../../shared/wire/jobs.contract.ts";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import { changeRun, loadRun, type Run } from "./job-store.ts";

const gone = () =>
  refuse({ status: 404, code: "not_found", text: label("没有这个后台任务", "There is no such job") });
const ended = () =>
  refuse({
    status: 409,
    code: "already_ended",
    text: label("这个后台任务已经结束", "This job has already ended"),
  });

/** The caller's own job. */
async function ownRun(context: Context, id: string): Promise<Result<Run>> {
  const seen = await getByName(context, "job", id);
  if (!seen.ok) return seen;
  const run = await loadRun(context.db, context, id);
  return run ? accept(run) : gone();
}

const answerOf = (run: Run): Job => {
  const { id, kind, payload, status, done, refused, total, phase, error, made_at, finished_at } = run;
  return {
    id,
    kind,
    object: payload.object,
    status,
    done: done + refused,
    total: phase === "collect" ? null : total,
    result: status === "done" || status === "cancelled" ? { done, refused } : null,
    error,
    errors_file: refused > 0 ? `/api/v1/jobs/${id}/errors.csv` : null,
    created_at: made_at,
    finished_at,
  };
};

const PAGE = 1000;
interface Refused {
  readonly number: number;
  readonly record: string;
  readonly refused: { readonly code: string; readonly errors: readonly ProblemItem[] };
}

async function* lines(context: Context, job: string): AsyncGenerator<string> {
  yield `\ufeff${csvLines([["id", "title", "error_code", "error_field", "error_message"]])}`;
  const object = (await loadRun(context.db, context, job))?.payload.object ?? "";
  for (let after = 0; ;) {
    const rows = await context.db.query<Refused>({
      text: `select number, record, refused from ${systemTable(context.workspace, "job_item")} where job = $1 and refused is not null and number > $2 order by number limit ${PAGE}`,
      values: [job, after],
    });
    if (rows.length === 0) return;
    const titles = await titlesFor(
      context,
      rows.flatMap(({ record }) => (isUuid(record) ? [{ object, id: record }] : [])),
    );
    yield csvLines(
      rows.map(({ record, refused: { errors } }) => [
        record,
        titles.get(record) ?? "",
        errors.map(({ code }) => code).join("; "),
        errors.map(({ field }) => field ?? "").join("; "),
        errors.map(({ message }) => message).join("; "),
      ]),
    );
    after = rows.at(-1)?.number ?? after;
  }
}

export const jobRoutes = [
  serve(readJob, {}, async (context, { params }) => {
    const run = await ownRun(context, params.id);
    return run.ok ? accept({ data: answerOf(run.value) }) : run;
  }),
  serve(cancelJob, {}, async (context, { params }) => {
    const run = await ownRun(context, params.id);
    if (!run.ok) return run;
    const { id, status } = run.value;
    if (status !== "queued" && status !== "running") return ended();
    await changeRun(context.db, context, id, { wanted: "cancel" });
    return accept({ id });
  }),
  serve(readJobErrors, {}, async (context, { params, reply }) => {
    const run = await ownRun(context, params.id);
    if (!run.ok) return run;
    await reply
      .header("content-disposition", `attachment; filename=errors.csv`)
      .type("text/csv; charset=utf-8")
      .send(Readable.from(lines(context, run.value.id)));
    return accept(SENT);
  }),
];
