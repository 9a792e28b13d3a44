import {
  type CallOf,
  type Context,
  type Result,
  accept,
  openCursor,
  refuse,
  sealCursor,
  statement,
} from "../../../../engine/public.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Job, listJobs } from "../../../../shared/wire/jobs.contract.ts";
import { loadRun, RUN, type Run, runColumns } from "./job-store.ts";
import { fileOf } from "./job-file.ts";
import { kindOf } from "./kind-of.ts";

/** The caller's own job. */
export async function ownRun(context: Context, id: string): Promise<Result<Run>> {
  const run = await loadRun(context.db, context, id);
  if (run && run.actor !== null && run.actor === context.principal.id) return accept(run);
  return refuse({
    status: 404,
    code: "not_found",
    text: label("没有这个后台任务。", "This job does not exist."),
  });
}

export function answerOf(context: Context, run: Run): Job {
  const { id, status, done, refused, total, error, wanted, parent, made_at, finished_at } = run;
  const kind = kindOf(context, run.kind);
  const isOpen = status === "queued" || status === "running";
  return {
    id,
    kind: run.kind,
    label: kind?.label ?? label(run.kind, run.kind),
    object: kind?.about(run.payload) ?? "",
    status,
    done: done + refused,
    total,
    result: ["done", "cancelled", "undone"].includes(status) ? { done, refused } : null,
    error,
    errors_file: refused > 0 ? (kind?.errorsFile?.(id) ?? `/api/v1/jobs/${id}/errors.csv`) : null,
    file: fileAnswer(run),
    wanted,
    can_pause: isOpen && wanted === null && kind?.isPausable === true,
    can_cancel: (isOpen || status === "waiting") && wanted !== "cancel" && kind?.isFinal !== true,
    can_undo: canUndo(context, run),
    parent,
    created_at: made_at,
    finished_at,
  };
}

function fileAnswer(run: Run): Job["file"] {
  const file = fileOf(run);
  return file && { name: file.name, size: file.size, url: `/api/v1/jobs/${run.id}/file`, until: file.until };
}

const ENDED = ["done", "cancelled", "failed"];
/** It has ended, and what it did is known and can be reverted. */
export function canUndo(context: Context, { kind: name, status, log_to }: Run): boolean {
  const kind = kindOf(context, name);
  const isKnown = kind?.undoBy !== undefined || (kind?.isUndoable === true && log_to !== null);
  return ENDED.includes(status) && isKnown;
}

const MOST = 100;

interface Asked {
  readonly actor: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  /** Behind which job the page begins. */
  readonly at: string | null;
  readonly id: string | null;
  readonly limit: number;
}
export const runsOf = statement(
  runColumns,
  ({ system }, { actor, kind, status, at, id, limit }: Asked) =>
    sql`select ${RUN} from ${system("job_run")} where actor = ${actor}
      and (${kind}::text is null or kind = ${kind}) and (${status}::text is null or status = ${status})
      and (${at}::timestamptz is null or (made_at, id) < (${at}, ${id}::uuid)) order by made_at desc, id desc limit ${limit}`,
);

/** GET /jobs: the caller's own, newest first. */
export async function readJobs(
  context: Context,
  { query: { kind, status, cursor, limit } }: CallOf<typeof listJobs>,
): Promise<Result<AnswerOf<typeof listJobs>>> {
  const question = ["jobs", kind ?? null, status ?? null];
  const after = cursor === undefined ? null : openCursor(context, question, cursor);
  if (after && !after.ok) return after;
  const size = Math.min(Math.max(Number(limit ?? 30) || 30, 1), MOST);
  const rows = await context.db.query(
    runsOf(context.workspace, {
      actor: context.principal.id,
      kind: kind ?? null,
      status: status ?? null,
      at: after?.value.values[0] ?? null,
      id: after?.value.id ?? null,
      limit: size + 1,
    }),
  );
  const data = rows.slice(0, size);
  const last = rows.length > size ? data.at(-1) : undefined;
  const next = last ? sealCursor(context, question, { values: [last.made_at], id: last.id }) : null;
  return accept({ data: data.map((run) => answerOf(context, run)), page: { next } });
}
