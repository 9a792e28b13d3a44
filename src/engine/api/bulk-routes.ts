import {
  type BulkAnswer,
  type BulkBody,
  type BulkRow,
  changeMany,
  readSeen,
} from "../../shared/wire/bulk.contract.ts";
import type { Context } from "../kernel/context.ts";
import { bulkOperation, type BulkWork } from "../kernel/long-work.ts";
import { matchingIds } from "../query/ids.ts";
import { objectOf } from "../query/object-of.ts";
import { answeringOnce } from "../record/idempotency.ts";
import type { AnswerToStore } from "../kernel/idempotency-key.ts";
import { save, saveIn } from "../record/save.ts";
import { placeOfLog, versionsSeen } from "../record/versions-seen.ts";
import type { Operation, OperationResult } from "../kernel/save-request.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { apiMessages } from "./messages.ts";
import { toItem } from "./problem.ts";
import { Answer } from "../kernel/answer.ts";
import { type CallOf, serve } from "./serve.ts";

/** What one request does at once, and what it may do as one transaction. */
const AT_ONCE = 200;
const MAX_ROWS = 500;

async function bulk(
  context: Context,
  { params: { object }, body }: CallOf<typeof changeMany>,
): Promise<Result<BulkAnswer | Answer>> {
  const isClear =
    (body.ids === undefined) !== (body.filter === undefined) &&
    (body.values === undefined) !== (body.delete !== true);
  if (!isClear) return refuse({ status: 400, code: "malformed", text: apiMessages.bulk_target });
  const wanted = await wantedIds(context, object, body);
  if (!wanted.ok) return wanted;
  const count = wanted.value.length;
  if (count > MAX_ROWS && (body.atomic || (body.dry_run && body.ids)))
    return refuse({
      status: 422,
      code: "too_many_rows",
      text: apiMessages.bulk_too_many,
      params: { max: MAX_ROWS },
    });
  if (count > AT_ONCE && !body.atomic && !body.dry_run && context.startBulk)
    return accept(new Answer(202, { id: await context.startBulk(context, workOf(object, body)) }));
  const ids = wanted.value.slice(0, MAX_ROWS);
  const seen = await seenOf(context, object, ids, body);
  const operations = ids.map((one) => bulkOperation({ object, ...body, ...seen }, one));
  const keeping = answeringOnce(context, ({ results }) => kept(answer(context, results, count, body)));
  const results = await perform(keeping, body, operations);
  return answer(context, results, count, body);
}

/**
 * The versions that were seen: those that are told, else what the records were at the place of the log that
 * is told.
 */
async function seenOf(
  context: Context,
  name: string,
  ids: readonly string[],
  { if_match, seen }: BulkBody,
): Promise<Pick<BulkBody, "if_match">> {
  const object = context.catalog.object(name);
  if (seen === undefined || !object) return {};
  return { if_match: { ...(await versionsSeen(context.db, context, object, { ids, seen })), ...if_match } };
}

const workOf = (
  object: string,
  { ids, filter, values, if_match, seen, delete: isDelete, reason, override }: BulkBody,
): BulkWork => ({
  object,
  ...(ids ? { ids: [...new Set(ids)] } : { filter: filter ?? "" }),
  ...(isDelete ? { delete: true } : { values: values ?? {} }),
  ...(if_match ? { if_match } : {}),
  ...(seen === undefined ? {} : { seen }),
  ...(reason ? { reason } : {}),
  ...(override ? { override } : {}),
});

async function wantedIds(
  context: Context,
  object: string,
  body: BulkBody,
): Promise<Result<readonly string[]>> {
  const known = objectOf(context, object);
  if (body.ids) return known.ok ? accept([...new Set(body.ids)]) : known;
  return known.ok
    ? matchingIds(context, known.value, body.filter ?? "", body.delete ? "delete" : "update", {
        limit: MAX_ROWS + 1,
      })
    : known;
}

class DryRun extends Error {
  constructor(readonly results: readonly OperationResult[]) {
    super("dry run");
  }
}
async function perform(
  context: Context,
  body: BulkBody,
  operations: readonly Operation[],
): Promise<readonly OperationResult[]> {
  if (operations.length === 0) return [];
  const request = {
    operations,
    road: "bulk",
    mode: body.atomic ? "all" : "each",
    ...(body.reason ? { reason: body.reason } : {}),
    ...(body.override ? { override: body.override } : {}),
    ...(body.dry_run ? { tries: true } : {}),
  } as const;
  if (!body.dry_run) {
    const saved = await save(context, request);
    return saved.saved
      ? saved.results
      : saved.results.map((result) => (result.ok ? { ...result, op: "unchanged" } : result));
  }
  return context.db
    .transaction(async (tx) => {
      const { results } = await saveIn(tx, context, request);
      throw new DryRun(results);
    })
    .catch((error: unknown) => {
      if (error instanceof DryRun) return error.results;
      throw error;
    });
}

/** 200 where at least one row passed, 422 with the same body where none did (decision 25). */
function answer(
  context: Context,
  results: readonly OperationResult[],
  count: number,
  body: BulkBody,
): Result<BulkAnswer | Answer> {
  const refused = results.filter((result) => !result.ok).length;
  const isNothing =
    results.length > 0 && (refused === results.length || (body.atomic === true && refused > 0));
  const rows = results.map((result): BulkRow =>
    result.ok
      ? { id: result.id, ok: true, result: result.op }
      : {
          id: result.id ?? "",
          ok: false,
          status: result.refusal.status,
          code: result.refusal.code,
          errors: result.refusal.reasons.map((reason) => toItem(reason, context.language)),
        },
  );
  const whole: BulkAnswer = {
    done: isNothing ? 0 : results.length - refused,
    refused,
    more: count > results.length,
    results: rows,
    ...(body.dry_run ? { dry_run: true } : {}),
  };
  if (!isNothing) return accept(whole);
  return accept(
    new Answer(422, {
      type: "urn:sluice:problem:bulk_refused",
      title: apiMessages.bulk_refused[context.language],
      status: 422,
      code: "bulk_refused",
      detail: apiMessages.bulk_refused[context.language],
      errors: [],
      request_id: context.requestId,
      ...whole,
    }),
  );
}

function kept(result: Result<BulkAnswer | Answer>): AnswerToStore {
  if (!result.ok) throw new Error("a bulk change is answered row by row");
  const { value } = result;
  return value instanceof Answer ? { status: value.status, body: value.body } : { status: 200, body: value };
}

export const bulkRoutes = [
  serve(readSeen, {}, async (context, { params }) => {
    const object = objectOf(context, params.object);
    return object.ok ? accept({ data: { seen: await placeOfLog(context) } }) : object;
  }),
  serve(changeMany, {}, bulk),
];
