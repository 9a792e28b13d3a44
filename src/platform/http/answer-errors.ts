import type { FastifyInstance } from "fastify";
import { ANSWERS, type PlainStatus } from "./answers.messages.ts";
import { sawFullDisk } from "./disk-room.ts";
import { sendPlainProblem } from "./plain-problem.ts";

/** SQLSTATE classes and socket errors after which the same request may well succeed: no connection, shutdown, timeouts, deadlock. */
const PASSING = /^(08\w{3}|57P0\d|57014|55P03|40001|40P01|53300|25P03|ECONNREFUSED|ECONNRESET|EPIPE)$/;

/** A value that no column can hold got past the readers of fields, or a question is too deep for the planner: the caller's, not ours. */
const UNKEEPABLE = /^(22\w{3}|54001)$/;

/** No room left: in the database, or in the directory of files. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/** Every error leaves as a problem document that says nothing of the inside; an unexpected one is logged once with the request id. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status === 507) sawFullDisk();
    if (status >= 500 || isFromDatabase(error)) request.log.error({ err: error, method: request.method, url: request.url.split("?")[0] }, "request failed");
    return sendPlainProblem(request, reply, status);
  });
}

function statusOf(error: unknown): PlainStatus {
  if (!(error instanceof Error)) return 500;
  const status = "statusCode" in error ? Number(error.statusCode) : 0;
  if (isPlain(status)) return status;
  if (status >= 400 && status < 500) return 400;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.test(code) || /No space left on device/.test(error.message)) return 507;
  if (UNKEEPABLE.test(code)) return 400;
  return PASSING.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/.test(error.message) ||
    isLostSocket(error, code)
    ? 503
    : 500;
}

const isFromDatabase = (error: unknown): boolean => error instanceof Error && "code" in error && UNKEEPABLE.test(String(error.code));

/** The database's socket is missing while it restarts; another missing file is our mistake. */
const isLostSocket = (error: Error, code: string): boolean => code === "ENOENT" && "syscall" in error && error.syscall === "connect";

const isPlain = (status: number): status is PlainStatus => status in ANSWERS;
