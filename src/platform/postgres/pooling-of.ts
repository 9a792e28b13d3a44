import { randomUUID } from "node:crypto";
import pg from "pg";

/** What lies between us and the server. */
export interface Pooling {
  /**
   * One statement may be done by another session than the one before, as behind a transaction pooler: what is
   * locked or listened to is lost.
   */
  readonly sharesSessions: boolean;
  /** A statement prepared once is there later; false where it was missed. */
  readonly keepsStatements: boolean;
}

const PATIENCE_MS = 2000;
/**
 * A pooler hands out the session used last, or in turn. Where others take it between, the next round shows
 * it.
 */
const ROUNDS = 4;
const SESSION = "select pg_backend_pid() || ' of ' || pg_postmaster_start_time() as session";
const NO_SUCH_STATEMENT = "26000";
/** The answer of a session that does not know what was prepared: another one. */
const FORGOTTEN = Symbol("forgotten");

/**
 * Two connections ask which session of the server they have, one of them within a transaction, which keeps
 * its session to itself. Both have the same one, or the other gets a new one meanwhile, only where a pooler
 * shares sessions; so a server that is asked directly is never taken for one. Leaves nothing behind but a
 * prepared statement in a pooler. Throws what the driver throws where nobody answers.
 */
export async function poolingOf(url: string): Promise<Pooling> {
  const settings = {
    connectionString: url,
    application_name: "sluice-start",
    connectionTimeoutMillis: 10_000,
    query_timeout: PATIENCE_MS,
  };
  const [free, holding] = [new pg.Client(settings), new pg.Client(settings)];
  for (const client of [free, holding]) client.on("error", () => undefined); // The statement under way is told as well.
  try {
    await free.connect();
    await holding.connect();
    const name = `sluice_${randomUUID()}`;
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = await lookOnce(free, holding, name);
      if (found.sharesSessions || !found.keepsStatements) return { ...found, sharesSessions: true };
    }
    return { sharesSessions: false, keepsStatements: true };
  } finally {
    await Promise.all([free, holding].map((client) => client.end().catch(() => undefined)));
  }
}

async function lookOnce(free: pg.Client, holding: pg.Client, name: string): Promise<Pooling> {
  const before = await sessionOf(free, name);
  await holding.query("begin");
  const held = await sessionOf(holding);
  const after = await sessionOf(free, name).catch((error: unknown) => {
    if (held === before) return before; // It waits for the session that is held: a pool of one.
    throw error;
  });
  const sharesSessions = held === before || after !== before;
  if (!sharesSessions) await holding.query("rollback");
  return { sharesSessions, keepsStatements: before !== FORGOTTEN && after !== FORGOTTEN };
}

async function sessionOf(client: pg.Client, name?: string): Promise<string | typeof FORGOTTEN> {
  try {
    const { rows } = await client.query<{ session: string }>(
      name === undefined ? { text: SESSION } : { name, text: SESSION },
    );
    return rows[0]?.session ?? "";
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === NO_SUCH_STATEMENT) return FORGOTTEN;
    throw error;
  }
}
