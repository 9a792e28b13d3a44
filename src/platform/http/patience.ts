/**
 * How long callers may take, and how much of them may be under way at once, before a process ends the worst
 * of it.
 */
export interface Patience {
  /** Until the head of a request has come whole, from the connection or from its first byte on. */
  readonly headMs: number;
  /**
   * So long a body may stand still, or come more slowly than `leastBytes`, all in all; whatever comes faster
   * earns it back.
   */
  readonly graceMs: number;
  /** Bytes a second that a body has to bring in the long run. */
  readonly leastBytes: number;
  /** A whole request with its body: an honest upload of the largest file on a thin line. */
  readonly requestMs: number;
  /** A body that has been coming for longer than this … */
  readonly momentMs: number;
  /** … at fewer bytes a second than this is a slow one … */
  readonly slowBytes: number;
  /** … and of these one address has so many under way. */
  readonly slowBodies: number;
  /**
   * Bytes of bodies that are kept in memory until they are whole (everything but uploads), of all callers
   * together.
   */
  readonly heldBytes: number;
  /** So long nothing of an answer may be taken. */
  readonly unreadMs: number;
  /** Bytes of answers that wait to be taken, of all callers together. */
  readonly unreadBytes: number;
  /** Connections of one address (a proxy that is trusted has no such limit), and of all. */
  readonly connectionsOfOne: number;
  readonly connections: number;
  /** How often all this is looked at. */
  readonly lookMs: number;
}

export const PATIENCE: Patience = {
  headMs: 20_000,
  graceMs: 30_000,
  leastBytes: 2048,
  requestMs: 60 * 60_000,
  momentMs: 5000,
  slowBytes: 16 * 1024,
  slowBodies: 40,
  heldBytes: 128 * 2 ** 20,
  unreadMs: 60_000,
  unreadBytes: 256 * 2 ** 20,
  connectionsOfOne: 1000,
  connections: 5000,
  lookMs: 1000,
};
