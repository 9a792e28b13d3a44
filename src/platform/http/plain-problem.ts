import { STATUS_CODES } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../../shared/wire/problem.ts";
import { ANSWERS, type PlainStatus } from "./answers.messages.ts";
import { languageOf } from "./language-of.ts";

/** Answers with a problem document in the caller's language. */
export function sendPlainProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: PlainStatus,
): FastifyReply {
  if (status === 503) void reply.header("retry-after", "1");
  return reply
    .code(status)
    .type("application/problem+json")
    .send(JSON.stringify(problemOf(status, request.headers["accept-language"], request.id)));
}

/**
 * The same as bytes for a connection whose request cannot be answered in the ordinary way, because it is not
 * whole. Closes the connection.
 */
export function rawProblem(
  status: PlainStatus,
  acceptLanguage: string | undefined,
  requestId: string,
): string {
  const body = JSON.stringify(problemOf(status, acceptLanguage, requestId));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/problem+json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "connection: close",
    "",
    body,
  ].join("\r\n");
}

function problemOf(status: PlainStatus, acceptLanguage: string | undefined, requestId: string): Problem {
  const { code, title, detail } = ANSWERS[status];
  const language = languageOf(acceptLanguage);
  return {
    type: `urn:sluice:problem:${code}`,
    title: title[language],
    status,
    code,
    detail: detail[language],
    errors: [],
    request_id: requestId,
  };
}
