import type { LoggedChange } from "./hooks.ts";

/** One pass over the log: its changes, and between which numbers it looked. */
export interface HeardChanges {
  readonly changes: readonly LoggedChange[];
  readonly after: number;
  readonly upTo: number;
}
export interface LogFollower {
  /** Calls back with each pass, in order, empty ones included; returns how to stop. */
  follow(heard: (pass: HeardChanges) => void): () => void;
  /** This process has written to the log: whoever waits for it need not wait for the clock. */
  told(): void;
  /**
   * Calls back whenever this process has written to the log; returns how to stop. What other processes write
   * is not told, only found.
   */
  whenTold(heard: () => void): () => void;
  stop(): void;
}
