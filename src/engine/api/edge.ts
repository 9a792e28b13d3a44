import "../../shared/wire/formats.ts";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Bounds } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import type { Result } from "../kernel/refusal.ts";
import { isOfDefinitions } from "../schema/is-of-definitions.ts";
import { systemTable } from "../schema/names.ts";
import { onThrow } from "./answer-thrown.ts";
import { begin, besides } from "./begin-early.ts";
import { withExplanation } from "./explain-refusal.ts";
import { handle, isMultipart, WRITES } from "./handle-request.ts";
import type { Host } from "./host.ts";
import { KnownCallers, type Who } from "./known-callers.ts";
import { leavingOf } from "./leaving.ts";
import type { Route } from "./route.ts";
import { send } from "./send-answer.ts";

/** So long a statement of a request may read, in milliseconds; then it is cancelled. */
const READ_MS = 5000;
/** What administrators change in one go: definitions with their tables, publications. */
const MANAGE_MS = 600_000;
const BASE = "/api/v1";

/** Puts the routes on the server: contract, who, right, seen this key?, then the route's own work. */
export function mountRoutes(app: FastifyInstance, host: Host, routes: readonly Route[]): void {
  const callers = new KnownCallers();
  for (const route of routes) {
    const body = route.body ? TypeCompiler.Compile(route.body) : null;
    const query = route.query ? TypeCompiler.Compile(route.query) : null;
    app.route({
      method: route.method,
      url: (route.base ?? BASE) + route.path,
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
