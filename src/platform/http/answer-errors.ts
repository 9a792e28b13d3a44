import type { FastifyInstance } from "fastify";
import { outsideError } from "../db/outside-error.ts";
import { ANSWERS, type PlainStatus } from "./answers.messages.ts";
import { sawFullDisk } from "./disk-room.ts";
import { loggedPath } from "./logged-path.ts";
import { sendPlainProblem } from "./plain-problem.ts";

/**
 * A value that no column can hold got past the readers of fields, or a question is too deep for the planner:
 * the caller's, not ours.
 */
const UNKEEPABLE = /^(22\w{3}|54001)$/;

/**
 * Every error leaves as a problem document that says nothing of the inside; an unexpected one is logged once
 * with the request id.
 */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status === 507) sawFullDisk();
    if (status >= 500 || isFromDatabase(error))
      request.log.error(
        { err: error, method: request.method, url: loggedPath(request.url) },
        "request failed",
      );
    return sendPlainProblem(request, reply, status);
  });
}

function statusOf(error: unknown): PlainStatus {
  if (!(error instanceof Error)) return 500;
  const status = "statusCode" in error ? Number(error.statusCode) : 0;
  if (isPlain(status)) return status;
  if (status >= 400 && status < 500) return 400;
  const outside = outsideError(error);
  if (outside) return outside === "full" ? 507 : 503;
  return isFromDatabase(error) ? 400 : 500;
}

const isFromDatabase = (error: unknown): boolean =>
  error instanceof Error && "code" in error && UNKEEPABLE.test(String(error.code));

const isPlain = (status: number): status is PlainStatus => status in ANSWERS;
