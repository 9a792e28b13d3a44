import { connectDatabase } from "../src/platform/db/connect.ts";
import type { Database } from "../src/platform/db/database.ts";
import type { LastingReplica } from "../src/testing/lasting-server.ts";

export const DISTURBANCES = ["killed", "frozen", "paused", "delayed"] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** Milliseconds that each lasts: at least, at most. */
const LASTS: Readonly<Record<Disturbance, readonly [number, number]>> = {
  killed: [0, 6000],
  frozen: [300, 4000],
  paused: [100, 4000],
  delayed: [1500, 6000],
};
const BETWEEN_MS = [500, 8000] as const;
const DELAY_MS = [20, 2500] as const;

/**
 * Kills, freezes, pauses and delays one replica after the other until told to stop; then all of them follow
 * again.
 */
export class DisturbReplicas {
  readonly counts: Record<Disturbance, number> = { killed: 0, frozen: 0, paused: 0, delayed: 0 };
  readonly #replicas: readonly {
    readonly server: LastingReplica;
    readonly db: Database;
    isDisturbed: boolean;
  }[];
  #over = false;

  constructor(replicas: readonly LastingReplica[]) {
    this.#replicas = replicas.map((server) => ({
      server,
      db: connectDatabase(server.url, { max: 1, patience: 1000 }),
      isDisturbed: false,
    }));
  }

  /** Something is wrong with one of them in this moment. */
  get isOn(): boolean {
    return this.#replicas.some(({ isDisturbed }) => isDisturbed);
  }

  async go(): Promise<void> {
    await Promise.all(
      this.#replicas.map(async (one) => {
        while (!this.#over) {
          await pause(within(BETWEEN_MS));
          if (this.#over) return;
          const what = DISTURBANCES[Math.floor(Math.random() * DISTURBANCES.length)] ?? "killed";
          one.isDisturbed = true;
          await this.#disturb(one.server, one.db, what);
          one.isDisturbed = false;
          this.counts[what] += 1;
        }
      }),
    );
  }

  stop(): void {
    this.#over = true;
  }

  close(): Promise<unknown> {
    return Promise.all(this.#replicas.map(({ db }) => db.close()));
  }

  async #disturb(server: LastingReplica, db: Database, what: Disturbance): Promise<void> {
    const ms = within(LASTS[what]);
    if (what === "killed") return server.kill(ms);
    if (what === "frozen") return server.freeze(ms);
    const [on, off] =
      what === "paused"
        ? [["select pg_wal_replay_pause()"], ["select pg_wal_replay_resume()"]]
        : [
            [
              `alter system set recovery_min_apply_delay = '${Math.round(within(DELAY_MS))}ms'`,
              "select pg_reload_conf()",
            ],
            ["alter system reset recovery_min_apply_delay", "select pg_reload_conf()"],
          ];
    await persistently(db, on);
    await pause(ms);
    await persistently(db, off);
  }
}

/** It has just been started again, or is about to. */
async function persistently(db: Database, statements: readonly string[]): Promise<void> {
  for (const text of statements)
    for (let tried = 1; ; tried += 1)
      try {
        await db.query({ text });
        break;
      } catch (error) {
        if (tried === 50) throw error;
        await pause(200);
      }
}

const within = ([least, most]: readonly [number, number]): number => least + Math.random() * (most - least);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
