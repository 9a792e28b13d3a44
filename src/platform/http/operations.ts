import { timingSafeEqual, createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../db/database.ts";
import { ANSWERS, type Replica, type ReplicaLag } from "../db/replica.ts";
import type { FileStores, StoreState } from "../storage/file-store.ts";
import { hasRoom } from "./disk-room.ts";
import { sendPlainProblem } from "./plain-problem.ts";

export interface OperationsOptions {
  readonly version: string;
  readonly db: Database;
  readonly replica: Replica | undefined;
  readonly metricsToken: string | undefined;
  /** Where files, and an embedded database, are kept. */
  readonly directory?: string;
  /** Where contents of files are kept. */
  readonly files?: Pick<FileStores, "state">;
  /** Registers further figures; gives what brings them up to date before they are told. */
  readonly figures?: (registry: Registry) => () => Promise<void>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * `/api/health` for whoever watches, and `/api/metrics` for Prometheus with a token of its own; without one
 * set it is not there.
 */
export function addOperations(
  app: FastifyInstance,
  { version, db, replica, metricsToken, directory, files, figures }: OperationsOptions,
): void {
  app.get("/api/health", async (request, reply) => {
    try {
      const [row] = await db.query<{ version: string }>({
        text: "select current_setting('server_version') as version",
      });
      if (!(await hasRoom(directory))) return sendPlainProblem(request, reply, 507);
      const answer = {
        status: "ok",
        version,
        database: `PostgreSQL ${row?.version.split(" ")[0] ?? ""}`,
        ...(files ? { files: healthOfFiles(await files.state()) } : {}),
      };
      return replica ? { ...answer, replica: healthOf(await replica.lag()) } : answer;
    } catch (error) {
      request.log.warn({ err: error }, "the database does not answer");
      return sendPlainProblem(request, reply, 503);
    }
  });
  if (metricsToken) addMetrics(app, metricsToken, replica, figures);
}

const healthOf = (lag: ReplicaLag | null): object =>
  lag ? { status: "ok", lag_seconds: lag.seconds, lag_bytes: lag.bytes } : { status: "away" };

/** Anybody may ask: no place is named. */
const healthOfFiles = (state: StoreState): string =>
  state.kind === "directory" ? "directory" : `s3 ${state.reachable ? "ok" : "unreachable"}`;

function addMetrics(
  app: FastifyInstance,
  token: string,
  replica: Replica | undefined,
  figures: OperationsOptions["figures"],
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const observe = replica && addReplica(registry, replica);
  const refresh = figures?.(registry);
  const answered = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer by route",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    answered.observe(
      { method: request.method, route: request.routeOptions.url ?? "none", status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  app.get("/api/metrics", async (request, reply) => {
    if (!isSame(request.headers.authorization ?? "", `Bearer ${token}`))
      return sendPlainProblem(request, reply, 401);
    await observe?.();
    // What the process itself knows is told also while the database does not answer.
    await refresh?.().catch((error: unknown) =>
      request.log.warn({ err: error }, "some figures could not be read"),
    );
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Gives what brings the figures up to date. A lag that is not known is not told. */
function addReplica(registry: Registry, replica: Replica): () => Promise<void> {
  const registers = [registry];
  const up = new Gauge({
    name: "database_replica_up",
    help: "Whether the replica can be reached and follows the primary",
    registers,
  });
  const seconds = new Gauge({
    name: "database_replica_lag_seconds",
    help: "Age of what the replica has replayed last",
    registers,
  });
  const bytes = new Gauge({
    name: "database_replica_lag_bytes",
    help: "WAL that the replica has not replayed yet",
    registers,
  });
  const reads = new Counter({
    name: "database_replica_reads_total",
    help: "Reads meant for the replica: it answered, or why the primary did",
    labelNames: ["answer"],
    registers,
  });
  return async () => {
    const lag = await replica.lag().catch(() => null);
    up.set(lag ? 1 : 0);
    for (const gauge of [seconds, bytes]) gauge.remove();
    if (lag) {
      seconds.set(lag.seconds);
      bytes.set(lag.bytes);
    }
    reads.reset();
    for (const answer of ANSWERS) reads.inc({ answer }, replica.answered[answer]);
  };
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
