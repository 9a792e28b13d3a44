import { timingSafeEqual, createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Database } from "../db/database.ts";
import { sendPlainProblem } from "./plain-problem.ts";

export interface OperationsOptions {
  readonly version: string;
  readonly db: Database;
  readonly metricsToken: string | undefined;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `/api/health` for whoever watches, and `/api/metrics` for Prometheus with a token of its own; without one set it is not there. */
export function addOperations(app: FastifyInstance, { version, db, metricsToken }: OperationsOptions): void {
  app.get("/api/health", async (request, reply) => {
    try {
      const [row] = await db.query<{ version: string }>({ text: "select current_setting('server_version') as version" });
      return { status: "ok", version, database: `PostgreSQL ${row?.version.split(" ")[0] ?? ""}` };
    } catch (error) {
      request.log.warn({ err: error }, "the database does not answer");
      return sendPlainProblem(request, reply, 503);
    }
  });
  if (metricsToken) addMetrics(app, metricsToken);
}

function addMetrics(app: FastifyInstance, token: string): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answered = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer by route",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    answered.observe({ method: request.method, route: request.routeOptions.url ?? "none", status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get("/api/metrics", async (request, reply) => {
    if (!isSame(request.headers.authorization ?? "", `Bearer ${token}`)) return sendPlainProblem(request, reply, 401);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
