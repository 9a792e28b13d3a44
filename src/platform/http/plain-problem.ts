import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../../shared/wire/problem.ts";
import { ANSWERS, type PlainStatus } from "./answers.messages.ts";
import { languageOf } from "./language-of.ts";

/** Answers with a problem document in the caller's language. */
export function sendPlainProblem(request: FastifyRequest, reply: FastifyReply, status: PlainStatus): FastifyReply {
  const { code, title, detail } = ANSWERS[status];
  const language = languageOf(request.headers["accept-language"]);
  const problem: Problem = {
    type: `urn:sluice:problem:${code}`,
    title: title[language],
    status,
    code,
    detail: detail[language],
    errors: [],
    request_id: request.id,
  };
  if (status === 503) void reply.header("retry-after", "1");
  return reply.code(status).type("application/problem+json").send(JSON.stringify(problem));
}
