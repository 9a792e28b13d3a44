import type { FastifyReply } from "fastify";
import type { Context } from "../kernel/context.ts";
import { JsonText } from "../kernel/json-text.ts";
import type { Refusal, Result } from "../kernel/refusal.ts";
import { toProblem } from "./problem.ts";
import { type Route, SENT } from "./route.ts";
import { Answer } from "../kernel/answer.ts";

/** Sends what a route gave: its value with the route's status, or a refusal as a problem document. */
export function send(
  context: Context,
  route: Route,
  result: Result<unknown>,
  reply: FastifyReply,
): FastifyReply | unknown {
  if (!result.ok) return sendRefusal(context, result.refusal, reply);
  if (result.value === SENT) return reply;
  if (result.value instanceof Answer)
    return reply.code(result.value.status).send(result.value.status === 204 ? undefined : result.value.body);
  const status = route.status ?? 200;
  if (result.value instanceof JsonText)
    return reply.code(status).type("application/json; charset=utf-8").send(result.value.json);
  return reply.code(status).send(status === 204 ? undefined : (result.value ?? {}));
}

function sendRefusal(context: Context, refusal: Refusal, reply: FastifyReply): FastifyReply {
  const wait = refusal.extra?.["retry_after"];
  if (typeof wait === "number") void reply.header("retry-after", String(wait));
  return reply
    .code(refusal.status)
    .type("application/problem+json")
    .send(JSON.stringify(toProblem(refusal, context.language, context.requestId)));
}
