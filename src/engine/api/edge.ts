import { roadOf } from "./road.ts";
import { createHash } from "node:crypto";
import { TypeCompiler, type TypeCheck } from "@sinclair/typebox/compiler";
import type { TSchema } from "@sinclair/typebox";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Reason } from "../../shared/metadata/reason.ts";
import { CallerGone, ReadTooLong, TooManyAtOnce } from "../../platform/db/bounded.ts";
import type { Bounds, Executor } from "../../platform/db/database.ts";
import { openingOf } from "../../platform/db/opening.ts";
import { hasAbility } from "../access/rights-of.ts";
import type { Context } from "../context.ts";
import { JsonText } from "../json-text.ts";
import { withExplanation } from "./explain-refusal.ts";
import { KeyInUse } from "../record/idempotency.ts";
import { KnownCallers, type Who } from "./known-callers.ts";
import { refuse, type Refusal, type Result } from "../refusal.ts";
import { leavingOf } from "./leaving.ts";
import { systemTable } from "../schema/names.ts";
import { isOfDefinitions } from "../schema/is-of-definitions.ts";
import { apiMessages } from "./messages.ts";
import { toProblem } from "./problem.ts";
import { rememberBody, replay } from "./replay.ts";
import { Answer, type Call, type Route, SENT } from "./route.ts";

/** What the edge asks of the program around it: who is calling, in which workspace. */
export interface Host {
  /**
   * `signedIn` is false for nobody; then only open routes answer. `isElsewhere`: known, but not allowed from
   * this network. Reading it is the request's first statement, asked of `asking`. Gives back `guess` itself
   * where that is who it is, under the same versions of rights and definitions.
   */
  contextOf(request: FastifyRequest, asking?: Executor, guess?: Who): Promise<Who>;
  /** What reads that can wait a moment are asked of. */
  readonly replica?: { bounded(bounds: Bounds): Executor };
}
/** So long a statement of a request may read, in milliseconds; then it is cancelled. */
export const READ_MS = 5000;
/** What administrators change in one go: definitions with their tables, publications. */
const MANAGE_MS = 600_000;
const BASE = "/api/v1";
const WRITES = new Set(["POST", "PATCH", "PUT", "DELETE"]);

/** Puts the routes on the server: contract, who, right, seen this key?, then the route's own work. */
export function mountRoutes(app: FastifyInstance, host: Host, routes: readonly Route[]): void {
  const callers = new KnownCallers();
  for (const route of routes) {
    const body = route.body ? TypeCompiler.Compile(route.body) : null;
    const query = route.query ? TypeCompiler.Compile(route.query) : null;
    app.route({
      method: route.method,
      url: BASE + route.path,
      handler: async (request, reply) => {
        const again = () => host.contextOf(request);
        const replica = canWait(route, request) ? host.replica : undefined;
        const signal = leavingOf(reply);
        const limited = ({ context, ...who }: Who): Who => ({
          ...who,
          context: withBounds(context, { longest: longestOf(route), signal }, replica),
        });
        const checks = { body, query, again };
        const answerTo = (who: Who) =>
          handle(who, route, checks, request, reply)
            .catch((error: unknown) =>
              onceMore(error, { who, route, request, reply }, async () =>
                handle(limited(await again()), route, checks, request, reply),
              ),
            )
            .catch((error: unknown) => onThrow(error));
        const known = route.ahead && !replica ? callers.guess(request) : undefined;
        const guess = known && limited(known);
        const guessed = WRITES.has(route.method) ? begin : besides;
        const [who, early] =
          known && guess
            ? await guessed({ host, request, guess, known }, answerTo)
            : [await host.contextOf(request), undefined];
        if (route.ahead) callers.remember(request, who, guess);
        const { context } = who;
        const answer = await (early ?? answerTo(who === guess ? who : limited(who)));
        return send(context, route, await withExplanation(context, route, request.params, answer), reply);
      },
    });
  }
}

const longestOf = ({ longest, method, reads, ability }: Route): number =>
  longest ?? (ability && WRITES.has(method) && !reads ? MANAGE_MS : READ_MS);

interface Asking {
  readonly who: Who;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
/**
 * A statement that names what another process has just taken away, added or changed the kind of: with the
 * definitions as they are now it goes once more. Nothing of the failed one was written. What has been read of
 * a file, or sent, cannot be had twice.
 */
async function onceMore(
  error: unknown,
  { who, route, request, reply }: Asking,
  handleAgain: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const isSpent =
    reply.sent || reply.raw.headersSent || (route.multipart !== undefined && isMultipart(request));
  if (!isOfDefinitions(error) || isSpent) throw error;
  const { context } = who;
  const [now] = await context.db.query<{ definitions: number }>({
    text: `select definitions from ${systemTable(context.workspace, "versions")}`,
  });
  if (!now || now.definitions === context.catalog.version) throw error;
  return handleAgain();
}

/** The database in the time, and in the share of connections, that the caller has. */
function withBounds(context: Context, limits: Bounds, replica: Host["replica"]): Context {
  const { principal, workspace } = context;
  const id = principal.viewedBy?.id ?? principal.id;
  const bounds: Bounds = { ...limits, ...(id === null ? {} : { of: `${workspace.schema} ${id}` }) };
  return {
    ...context,
    db: context.db.bounded(bounds),
    ...(replica ? { replica: replica.bounded(bounds) } : {}),
  };
}

function canWait({ replica }: Route, { query, body }: FastifyRequest): boolean {
  if (replica !== "past") return replica === "always";
  return [query, body].some(
    (part) => typeof part === "object" && part !== null && "as_of" in part && Boolean(part.as_of),
  );
}

interface Guessing {
  readonly host: Host;
  readonly request: FastifyRequest;
  /** For whom it is done, with what one request may take. */
  readonly guess: Who;
  /** The same without these bounds. */
  readonly known: Who;
}
/**
 * The question goes to the database along with the one who asks it, for the caller that the request is
 * guessed to come from. Its answer counts only where the caller turns out to be just that one, under the same
 * versions of rights and definitions.
 */
async function besides<T>(
  { host, request, guess }: Guessing,
  answerTo: (who: Who) => Promise<T>,
): Promise<[Who, Promise<T> | undefined]> {
  const turn = guess.context.db.turn();
  const asking = host.contextOf(request, turn, guess);
  const early = answerTo({ ...guess, context: { ...guess.context, db: turn } });
  // Of no interest where the guess was wrong.
  early.catch(() => undefined);
  const who = await asking;
  return [who, who === guess ? early : undefined];
}

/**
 * A write is begun for the caller that the request is guessed to come from: it locks and reads while that is
 * asked, in front of it on the same connection. It commits nothing before the caller turns out to be just
 * that one, under the same versions of rights and definitions; else nothing was done, and it is done anew.
 */
async function begin<T>(
  { host, request, guess, known }: Guessing,
  answerTo: (who: Who) => Promise<T>,
): Promise<[Who, Promise<T> | undefined]> {
  const opening = openingOf(guess.context.db, known.context.db);
  const asking = host.contextOf(request, opening.asking, guess);
  const early = answerTo({ ...guess, context: { ...guess.context, db: opening.db } });
  // Of no interest where the guess was wrong.
  early.catch(() => undefined);
  try {
    const who = await asking;
    return [who, opening.decide(who === guess) ? early : undefined];
  } finally {
    opening.decide(false);
  }
}

interface Checks {
  readonly body: TypeCheck<TSchema> | null;
  readonly query: TypeCheck<TSchema> | null;
  readonly again: NonNullable<Call["again"]>;
}

async function handle(
  { context: known, signedIn, isElsewhere, isPasswordDue }: Who,
  route: Route,
  checks: Checks,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown>> {
  const context: Context = WRITES.has(request.method) ? { ...known, road: roadOf({ request }) } : known;
  if (isElsewhere && !route.open)
    return refuse({ status: 403, code: "network_not_allowed", text: apiMessages.network_not_allowed });
  if (!signedIn && !route.open)
    return refuse({ status: 401, code: "unauthenticated", text: apiMessages.unauthenticated });
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
    return refuse({ status: 400, code: "malformed", text: apiMessages.malformed, reasons: problems });
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
  if (result.ok && result.value !== SENT) await rememberBody(context, principal, key, result.value);
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
  return [...check.Errors(value)].slice(0, 10).map((error): Reason => {
    const place = error.path.replace(/^\//, "").replaceAll("/", ".") || "body";
    return {
      code: "malformed",
      field: place,
      params: { place, problem: error.message },
      text: apiMessages.bad_member,
    };
  });
}

/** Expected collisions become answers; everything else is the server's error handler's. */
function onThrow(error: unknown): Result<unknown> {
  if (error instanceof KeyInUse)
    return refuse({
      status: 409,
      code: "key_in_use",
      text: apiMessages.key_in_use,
      extra: { retry_after: 1 },
    });
  if (error instanceof ReadTooLong)
    return refuse({
      status: 422,
      code: "read_too_long",
      text: apiMessages.read_too_long,
      params: { seconds: Math.round(error.longest / 1000) },
    });
  if (error instanceof TooManyAtOnce)
    return refuse({
      status: 429,
      code: "too_many_at_once",
      text: apiMessages.too_many_at_once,
      extra: { retry_after: 2 },
    });
  // Nobody hears it.
  if (error instanceof CallerGone)
    return refuse({ status: 422, code: "caller_gone", text: apiMessages.caller_gone });
  throw error;
}

function send(
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

const isMultipart = (request: FastifyRequest): boolean =>
  request.headers["content-type"]?.startsWith("multipart/form-data") ?? false;
