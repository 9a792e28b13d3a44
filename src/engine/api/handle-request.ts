import { createHash } from "node:crypto";
import type { TSchema } from "@sinclair/typebox";
import type { TypeCheck } from "@sinclair/typebox/compiler";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Reason } from "../../shared/metadata/reason.ts";
import { problemsOf, sentenceOf } from "../../shared/wire/read-shape.ts";
import { isOutsider } from "../access/outsiders.ts";
import { hasAbility } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { MALFORMED } from "../kernel/malformed.ts";
import { refuse, type Result } from "../kernel/refusal.ts";
import type { Who } from "./known-callers.ts";
import { notFound } from "../query/messages.ts";
import { apiMessages } from "./messages.ts";
import { storeAnswerBody, replay } from "./replay.ts";
import { roadOf } from "./road.ts";
import { type Call, type Route, SENT } from "./route.ts";
import { isApart } from "./together.ts";

/** Methods that write, unless the route says that it only reads. */
export const WRITES = new Set(["POST", "PATCH", "PUT", "DELETE"]);

/** The route's contract, compiled, and how the caller is asked for again. */
export interface Checks {
  readonly body: TypeCheck<TSchema> | null;
  readonly query: TypeCheck<TSchema> | null;
  readonly again: NonNullable<Call["again"]>;
}

/** Who may, the contract, seen this key?, then the route's own work. */
export async function handle(
  { context: known, signedIn, isElsewhere, isPasswordDue }: Who,
  route: Route,
  checks: Checks,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown>> {
  const context: Context = WRITES.has(request.method) ? { ...known, road: roadOf({ request }) } : known;
  if (isApart(request, route))
    return refuse({ status: 400, code: "asked_apart", text: apiMessages.asked_apart });
  if (isElsewhere && !route.open)
    return refuse({ status: 403, code: "network_not_allowed", text: apiMessages.network_not_allowed });
  if (!signedIn && !route.open)
    return refuse({ status: 401, code: "unauthenticated", text: apiMessages.unauthenticated });
  if (isOutsider(context.principal) && !route.open && !route.outsiders) return notFound();
  if (isPasswordDue && !route.open && !route.whilePasswordDue)
    return refuse({
      status: 403,
      code: "password_change_required",
      text: apiMessages.password_change_required,
    });
  if (context.principal.viewedBy && isShutToViewers(route))
    return refuse({ status: 403, code: "view_as_read_only", text: apiMessages.view_as_read_only });
  if (route.ability && !hasAbility(context, route.ability))
    return refuse({
      status: 403,
      code: "forbidden",
      text: apiMessages.ability_missing,
      reasons: [abilityReason(route.ability)],
    });
  const form = isMultipart(request) ? route.multipart : undefined;
  const given = request.body ?? {};
  const problems = [
    ...(checks.body && !form ? mistakes(checks.body, given) : []),
    ...(checks.query ? mistakes(checks.query, request.query) : []),
  ];
  if (problems.length > 0)
    return refuse({ status: 400, code: "malformed", text: MALFORMED, reasons: problems });
  const received = form ? await form(context, request) : null;
  if (received && !received.ok) return received;
  const body = received ? received.value : given;
  const call: Call = {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, string | undefined>,
    body,
    request,
    reply,
    again: checks.again,
  };
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !WRITES.has(request.method) || route.reads || !signedIn)
    return route.run(context, call);
  return handleOnce(context, route, call, key);
}

/** With an idempotency key: the first answer again, or the work with the key kept in its transaction. */
async function handleOnce(context: Context, route: Route, call: Call, key: string): Promise<Result<unknown>> {
  if (key.length > 200) return refuse({ status: 400, code: "bad_key", text: apiMessages.bad_key });
  const principal = `${context.principal.kind}:${context.principal.id ?? ""}`;
  const digest = createHash("sha256")
    .update(`${call.request.method} ${call.request.url}\n${JSON.stringify(call.body ?? null)}`)
    .digest("base64url");
  const earlier = await replay(context, principal, key, digest);
  if (earlier) return earlier;
  const once: Context = { ...context, idempotency: { principal, key, digest, status: route.status ?? 200 } };
  const result = await route.run(once, call);
  if (result.ok && result.value !== SENT) await storeAnswerBody(context, principal, key, result.value);
  return result;
}

const isShutToViewers = ({ method, reads, viewing }: Route): boolean =>
  viewing === "closed" || (WRITES.has(method) && !reads && viewing !== "open");

const abilityReason = (ability: string): Reason => ({
  code: "ability_missing",
  params: { ability },
  text: apiMessages.ability_missing,
});

function mistakes(check: TypeCheck<TSchema>, value: unknown): Reason[] {
  if (check.Check(value)) return [];
  const problems = problemsOf(check.Schema(), check.Errors(value), { most: 10, closedUnions: true });
  return problems.map((problem): Reason => {
    const place = problem.path || "body";
    return {
      code: "malformed",
      field: place,
      params: { place, problem: problem.code },
      text: sentenceOf(problem),
    };
  });
}

/** Whether it brings a form with files. */
export const isMultipart = (request: FastifyRequest): boolean =>
  request.headers["content-type"]?.startsWith("multipart/form-data") ?? false;
