/**
 * SQLSTATE classes and socket errors after which the same work may well succeed: no connection, shutdown,
 * timeouts, deadlock.
 */
const PASSING = /^(08\w{3}|57P0\d|57014|55P03|40001|40P01|53300|25P03|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** No room left: in the database, or in the directory of files. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;
const FULL_TEXT = "No space left on device|no space left on device|ENOSPC|EDQUOT";
const AWAY_TEXT =
  "Connection terminated|timeout exceeded when trying to connect|Client has encountered|Client was closed";

/**
 * What the machine did to a piece of work, not what is wrong with it: the database is away for a while, or
 * the disk is full.
 */
export type OutsideError = "away" | "full";

/** Null for any other error. */
export function outsideError(error: unknown): OutsideError | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.test(code) || new RegExp(FULL_TEXT).test(error.message)) return "full";
  return PASSING.test(code) || new RegExp(`^(${AWAY_TEXT})`).test(error.message) || isLostSocket(error, code)
    ? "away"
    : null;
}

/** For PostgreSQL: the message of such an error, where only that was kept. */
export const OUTSIDE_MESSAGE = `${FULL_TEXT}|${AWAY_TEXT}|terminating connection|the database system is|ECONNREFUSED|ECONNRESET|EPIPE`;

/** The database's socket is missing while it restarts; another missing file is our mistake. */
const isLostSocket = (error: Error, code: string): boolean =>
  code === "ENOENT" && "syscall" in error && error.syscall === "connect";
