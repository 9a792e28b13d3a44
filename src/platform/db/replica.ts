import { connectDatabase, type ConnectOptions } from "./connect.ts";
import { CallerGone, ReadTooLong, TooManyAtOnce } from "./bounded.ts";
import type { Bounds, Database, Executor, Statement } from "./database.ts";

/**
 * Who answered, and why the primary did: the replica had not caught up in time, could not answer, or was not
 * asked because of one of both a moment ago.
 */
export const ANSWERS = ["replica", "behind", "failed", "resting"] as const;
export type AnsweredBy = (typeof ANSWERS)[number];

export interface ReplicaLag {
  /** WAL that it has not replayed yet. */
  readonly bytes: number;
  /** Age of what it replayed last; 0 when it has replayed everything. */
  readonly seconds: number;
}

/**
 * A streaming replica, asked instead of the primary by reads that can wait a moment. An answer is never older
 * than its question: the replica has replayed all that was committed before, or the primary answers. So
 * nobody misses his own write, and rights hold as they do there.
 */
export interface Replica extends Executor {
  readonly answered: Readonly<Record<AnsweredBy, number>>;
  /** null when it cannot be reached or is not a replica of the primary. */
  lag(): Promise<ReplicaLag | null>;
  /** The same for one request. */
  bounded(bounds: Bounds): Executor;
  close(): Promise<void>;
}
export interface ReplicaOptions extends Pick<ConnectOptions, "max" | "namedStatements"> {
  /** Told when reads begin to go to the primary (`error` where there was one), and when they come back. */
  readonly changed?: (isUsed: boolean, error?: unknown) => void;
  /** Milliseconds in which it must answer and catch up; a quarter of a second unless told. */
  readonly patience?: number;
}

const CATCH_UP_MS = 250;
const ANSWER_MS = 30_000;
const REST_MS = 1000;

/**
 * Where commits are acknowledged before they are flushed, what is flushed is not all that somebody knows to
 * be done.
 */
const POSITION = `select (case current_setting('synchronous_commit') when 'off' then pg_current_wal_insert_lsn() else pg_current_wal_flush_lsn() end)::text as "position",
  (pg_control_system()).system_identifier::text as "system", ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::int as "timeline"`;
/** Positions compare only on the history of the same system; a replica that was promoted goes its own way. */
const FOLLOWS = `pg_is_in_recovery() and (pg_control_system()).system_identifier::text = $2 and (pg_control_checkpoint()).timeline_id = $3`;
const REPLAYED = `select ${FOLLOWS} and coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) as "is_there"`;
const LAG = `select greatest(pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn()), 0)::float8 as "bytes",
  greatest(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()), 0)::float8 as "seconds" where ${FOLLOWS}`;

interface Position {
  readonly position: string;
  readonly system: string;
  readonly timeline: number;
}
const valuesOf = ({ position, system, timeline }: Position): unknown[] => [position, system, timeline];

/** Connects on first use; whether the replica is there at all shows then. */
export function openReplica(
  url: string,
  primary: Database,
  { changed, patience = CATCH_UP_MS, ...options }: ReplicaOptions = {},
): Replica {
  const replica = connectDatabase(url, { ...options, applicationName: "sluice-replica", patience });
  return new Following(primary, replica, patience, changed);
}

class Following implements Replica {
  readonly answered: Record<AnsweredBy, number> = { replica: 0, behind: 0, failed: 0, resting: 0 };
  /** Until then nobody asks it; then one reads, and the others wait for what becomes of that. */
  #restsUntil = 0;
  #isUsed = true;
  constructor(
    private readonly primary: Database,
    private readonly replica: Database,
    private readonly patience: number,
    private readonly changed: ReplicaOptions["changed"],
  ) {}

  query<R extends object>(statement: Statement): Promise<R[]> {
    return this.#ask<R>(statement, this.primary, this.replica);
  }

  bounded(bounds: Bounds): Executor {
    const [primary, replica] = [this.primary.bounded(bounds), this.replica.bounded(bounds)];
    return { query: <R extends object>(statement: Statement) => this.#ask<R>(statement, primary, replica) };
  }

  async #ask<R extends object>(statement: Statement, primary: Executor, replica: Executor): Promise<R[]> {
    if (Date.now() < this.#restsUntil) return this.#fromPrimary("resting", primary, statement);
    if (!this.#isUsed) this.#rest();
    try {
      if (!(await this.#hasCaughtUp())) return this.#fromPrimary("behind", primary, statement, true);
    } catch (error) {
      return this.#fromPrimary("failed", primary, statement, true, error);
    }
    try {
      const rows = await within(ANSWER_MS, replica.query<R>(statement));
      this.#hasAnswered();
      return rows;
    } catch (error) {
      if (error instanceof ReadTooLong || error instanceof CallerGone || error instanceof TooManyAtOnce)
        throw error;
      // Gone, cancelled because replaying went before, or refused there: the primary answers, or says what is
      // wrong with the question.
      return this.#fromPrimary("failed", primary, statement, isOfServer(error), error);
    }
  }

  async lag(): Promise<ReplicaLag | null> {
    const [now] = await this.primary.query<Position>({ text: POSITION });
    if (!now) return null;
    const asked = within(
      this.patience,
      this.replica.query<ReplicaLag>({ text: LAG, values: valuesOf(now) }),
    ).catch(() => []);
    const [lag] = await asked;
    return lag ? { bytes: lag.bytes, seconds: lag.bytes > 0 ? lag.seconds : 0 } : null;
  }

  close(): Promise<void> {
    return this.replica.close();
  }

  /** Whether it replays in time what the primary has committed up to now. */
  async #hasCaughtUp(): Promise<boolean> {
    const [now] = await this.primary.query<Position>({ text: POSITION });
    if (!now) return false;
    const until = Date.now() + this.patience;
    for (let pause = 1; ; pause *= 2) {
      const asked = this.replica.query<{ is_there: boolean }>({ text: REPLAYED, values: valuesOf(now) });
      const [row] = await within(this.patience, asked);
      if (row?.is_there) return true;
      if (Date.now() + pause > until) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #fromPrimary<R extends object>(
    why: AnsweredBy,
    primary: Executor,
    statement: Statement,
    rests = false,
    error?: unknown,
  ): Promise<R[]> {
    this.answered[why] += 1;
    if (rests) this.#rest(error);
    return primary.query<R>(statement);
  }

  #hasAnswered(): void {
    this.answered.replica += 1;
    this.#restsUntil = 0;
    if (!this.#isUsed) this.changed?.((this.#isUsed = true));
  }

  #rest(error?: unknown): void {
    this.#restsUntil = Date.now() + REST_MS;
    if (this.#isUsed) this.changed?.((this.#isUsed = false), error);
  }
}

/**
 * Not an answer to this statement only: no SQLSTATE at all, or one of a lost connection or a server that
 * goes.
 */
function isOfServer(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|53)/.test(code);
}

/** Its answer, or an error after `ms`: a peer that is gone without a word says nothing for hours. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_, reject) => (timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)),
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
