import type { Executor } from "../db/database.ts";

/** Long work that any process of the installation may do, kept in the database. */
export interface Queue {
  /** With a key: at most one waiting job of this workspace, kind and key; a later one replaces it. */
  enqueue(kind: string, payload: unknown, options: EnqueueOptions): Promise<void>;
  /**
   * Begins to do jobs. A handler that throws is called again later, ever more slowly; one whose process died,
   * within seconds by another.
   */
  start(handlers: Readonly<Record<string, JobHandler>>): Promise<void>;
  /**
   * Takes no further jobs and waits a few seconds for those under way; what is not done then is done by the
   * next process.
   */
  stop(): Promise<void>;
}

export interface EnqueueOptions {
  readonly workspace: string;
  readonly key?: string | undefined;
  /**
   * One of this key that waits, is being done or will be tried again stays as it is. Replaced while it is
   * being done, it would not be tried again where it fails.
   */
  readonly unlessThere?: boolean | undefined;
  readonly runAt?: Date | undefined;
  /** A transaction whose end decides whether there is a job. */
  readonly within?: Executor | undefined;
}
export interface Job {
  readonly workspace: string;
  readonly payload: unknown;
}
export type JobHandler = (job: Job) => Promise<void>;

/** Where the queue keeps its jobs. */
export const QUEUE_SCHEMA = "sluice_queue";
