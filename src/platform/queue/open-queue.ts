import { fits } from "../../shared/wire/fits.ts";
import { anyValue, object, optional, shaped, text } from "../../shared/wire/schema.ts";
import { EventEmitter } from "node:events";
import {
  Logger,
  makeWorkerUtils,
  type Runner,
  run,
  type Task,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import pg from "pg";
import { type Executor, ident } from "../db/database.ts";
import type { Log } from "../log/log.ts";
import { outsideError } from "../db/outside-error.ts";
import { sawFullDisk } from "../http/disk-room.ts";
import { bringForward } from "./bring-forward.ts";
import { holdLock } from "./hold-lock.ts";
import { type JobHandler, type Queue, QUEUE_SCHEMA } from "./queue.ts";
import { releaseDeadWorkers } from "./release-dead-workers.ts";

export interface QueueOptions {
  readonly log: Log;
  /** Jobs done at once by this process; 3 unless told. */
  readonly concurrency?: number;
  readonly namedStatements?: boolean;
  /** How often it looks by itself; `PACE` unless told. */
  readonly pace?: QueuePace;
}
export interface QueuePace {
  /** A job that is added is told at once; only one for later, or one that failed, waits for this. */
  readonly pollMs: number;
  /** Between two looks for workers that died and jobs that a full disk made fail. */
  readonly sweepMs: number;
  /** How soon such a job comes again. */
  readonly againMs: number;
}
const PACE: QueuePace = { pollMs: 5000, sweepMs: 3000, againMs: 10_000 };

export const SCHEMA = QUEUE_SCHEMA;
const PATIENCE_MS = 1000;
const RESTART_MS = 1000;

/**
 * Told one by one, the library does not wait for the database to hear of a job's end: were it away in that
 * moment, the whole process would end.
 */
const SAFE_ENDS = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** The queue in the database at `url`; makes its tables. */
export async function openQueue(
  url: string,
  { log, concurrency = 3, namedStatements = true, pace = PACE }: QueueOptions,
): Promise<Queue> {
  // Kept while idle: each worker asks every few seconds, and a connection costs more to make than to keep.
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "sluice-queue",
    max: concurrency + 2,
    idleTimeoutMillis: 0,
  });
  let stopping = false;
  pool.on("error", (error) => !stopping && log.warn({ err: error }, "queue connection lost"));
  pool.on("connect", (client) => client.on("error", () => undefined)); // While in use: the statement under way is told as well.
  const shared = {
    pgPool: pool,
    schema: SCHEMA,
    noPreparedStatements: !namedStatements,
    logger: quietLogger(log),
    preset: SAFE_ENDS,
  };
  const tools = await makeWorkerUtils(shared);
  await tools.migrate();
  let worker: Promise<{ stop(): Promise<void> }> | undefined;
  return {
    async enqueue(kind, payload, { workspace, key, unlessThere, runAt, within }) {
      const jobKey = key === undefined ? undefined : `${workspace}/${kind}/${key}`;
      if (unlessThere && jobKey !== undefined && (await isThere(pool, jobKey))) return;
      if (within) return addJobWithin(within, kind, { workspace, payload }, jobKey, runAt);
      await tools.addJob(
        kind,
        { workspace, payload },
        { ...(jobKey === undefined ? {} : { jobKey }), ...(runAt ? { runAt } : {}) },
      );
    },
    async start(handlers) {
      const begin: Begin = (events, living) => {
        const preset = { ...SAFE_ENDS, plugins: [firstJobAfter(living)] };
        return run({
          ...shared,
          preset,
          events,
          concurrency,
          noHandleSignals: true,
          pollInterval: pace.pollMs,
          taskList: taskList(handlers, log),
        });
      };
      worker = keepWorking(url, pool, begin, log, { namedStatements, pace });
      await worker;
    },
    async stop() {
      stopping = true;
      await (await worker?.catch(() => undefined))?.stop();
      await tools.release();
      await Promise.race([pool.end(), later(PATIENCE_MS)]);
    },
  };
}

type Upkeep = Required<Pick<QueueOptions, "namedStatements" | "pace">>;
/** Begins to work off the queue, the first job once `living` is there. */
type Begin = (events: WorkerEvents, living: Promise<unknown>) => Promise<Runner>;

/** A job that is taken before others can see that who took it lives would be taken from them again. */
const firstJobAfter = (living: Promise<unknown>): GraphileConfig.Plugin => ({
  name: "FirstJobAfterLock",
  version: "1.0.0",
  worker: { hooks: { startWorker: async () => void (await living) } },
});

async function isThere(pool: pg.Pool, jobKey: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from ${ident(SCHEMA)}.jobs where key = $1 and attempts < max_attempts`,
    [jobKey],
  );
  return rows.length > 0;
}

/** Runs a worker, sweeps for dead ones, and begins anew after the database was away for too long. */
async function keepWorking(
  url: string,
  pool: pg.Pool,
  begin: Begin,
  log: Log,
  options: Upkeep,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const warn = (error: unknown): void => {
    if (!stopping) log.warn({ err: error }, "queue upkeep failed");
  };
  const round = async (): Promise<Runner> => {
    const events: WorkerEvents = new EventEmitter();
    const named = new Promise<string>((resolve) =>
      events.once("pool:create", ({ workerPool }) => resolve(workerPool.id)),
    );
    const living = named.then((id) => holdLock(url, id, warn));
    living.catch(() => undefined);
    const runner = await begin(events, living);
    const release = await living.catch(async (error: unknown) => {
      await runner.stop().catch(warn);
      throw error;
    });
    runner.promise
      .catch(warn)
      .finally(release)
      .then(() => {
        if (!stopping) timer = setTimeout(() => void again(), RESTART_MS);
      }, warn);
    return runner;
  };
  const again = async (): Promise<void> => {
    try {
      current = await round();
    } catch (error) {
      warn(error);
      if (!stopping) timer = setTimeout(() => void again(), RESTART_MS);
    }
  };
  let current = await round();
  await releaseDeadWorkers(pool, SCHEMA);
  const sweep = setInterval(() => void sweepJobs(pool, options).catch(warn), options.pace.sweepMs);
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      clearInterval(sweep);
      await Promise.race([current.stop().catch(warn), later(PATIENCE_MS)]);
    },
  };
}

/** An empty queue is asked one thing. */
async function sweepJobs(pool: pg.Pool, { namedStatements: named, pace }: Upkeep): Promise<void> {
  const text = `select 1 from ${ident(SCHEMA)}.jobs where locked_by is not null or attempts > 0 limit 1`;
  const { rows } = await pool.query({ text, ...(named ? { name: "sweep" } : {}) });
  if (rows.length > 0)
    await Promise.all([releaseDeadWorkers(pool, SCHEMA), bringForward(pool, SCHEMA, pace.againMs)]);
}

async function addJobWithin(
  tx: Executor,
  kind: string,
  envelope: object,
  jobKey: string | undefined,
  runAt: Date | undefined,
): Promise<void> {
  await tx.query({
    text: `select 1 from ${ident(SCHEMA)}.add_job($1, $2::json, run_at => $3::timestamptz, job_key => $4)`,
    values: [kind, JSON.stringify(envelope), runAt?.toISOString() ?? null, jobKey ?? null],
  });
}

function taskList(handlers: Readonly<Record<string, JobHandler>>, log: Log): TaskList {
  const task =
    (handler: JobHandler): Task =>
    async (payload, { job }) => {
      try {
        await handler(read(payload));
      } catch (error) {
        if (outsideError(error) === "full") sawFullDisk();
        log.error(
          { err: error, job: job.id, kind: job.task_identifier, attempt: job.attempts },
          "job failed",
        );
        throw error;
      }
    };
  return Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, task(handler)]));
}

const Envelope = object({ workspace: text(), payload: optional(shaped<unknown>(anyValue())) });
function read(envelope: unknown): { workspace: string; payload: unknown } {
  if (fits(Envelope, envelope)) return { workspace: envelope.workspace, payload: envelope.payload };
  throw new Error("A job without a workspace");
}

/** Failed jobs are logged above; the rest of the worker's talk is for those who look for it. */
const quietLogger = (log: Log): Logger =>
  new Logger(
    () => (level, message) =>
      level === "error" || level === "warning" ? log.warn(message) : log.debug(message),
  );

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
