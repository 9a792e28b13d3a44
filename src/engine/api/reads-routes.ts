import type { FastifyRequest } from "fastify";
import { readTogether } from "../../shared/wire/reads.contract.ts";
import { JsonText } from "../kernel/json-text.ts";
import { accept } from "../kernel/refusal.ts";
import { serve } from "./serve.ts";
import { TOGETHER } from "./together.ts";

/** Of the one request that carries them: who asks, from where, in which language. */
const CARRIED = [
  "authorization",
  "cookie",
  "accept-language",
  "user-agent",
  "host",
  "x-forwarded-for",
  "x-forwarded-proto",
  "x-forwarded-host",
];
/**
 * Each question takes the road that it would take by itself, through the server's own hooks: the same rights,
 * limits and answers, only one request over the wire for all of them.
 */
export const readsRoutes = [
  serve(
    readTogether,
    { reads: true, whilePasswordDue: true, outsiders: true },
    async (_context, { body, request }) => {
      const answers = await Promise.all(body.paths.map((path) => answerOf(request, path)));
      return accept(new JsonText(`{"data":[${answers.join(",")}]}`));
    },
  ),
];

async function answerOf(request: FastifyRequest, path: string): Promise<string> {
  const { statusCode, headers, payload } = await request.server.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: { ...Object.fromEntries(CARRIED.flatMap((name) => givenIn(request, name))), [TOGETHER]: "1" },
    remoteAddress: request.socket.remoteAddress ?? "",
  });
  const isJson = /\bjson\b/.test(String(headers["content-type"]));
  return `{"status":${statusCode},"body":${isJson && payload !== "" ? payload : "null"}}`;
}

function givenIn({ headers }: FastifyRequest, name: string): readonly (readonly [string, string])[] {
  const value = headers[name];
  return value === undefined ? [] : [[name, String(value)]];
}
