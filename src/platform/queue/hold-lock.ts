import pg from "pg";

/** The class of the advisory locks that say "this worker lives". */
export const LIVING = 0x51_55_45_55;

const RETRY_MS = 500;

/**
 * Holds, on a connection of its own, the lock that says that worker `id` lives, until released. The system
 * lets go when we die.
 */
export async function holdLock(
  url: string,
  id: string,
  warn: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let released = false;
  let current: pg.Client | undefined;
  const take = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: "sluice-queue-lock",
      keepAlive: true,
    });
    client.on("error", warn);
    await client.connect();
    await client.query("select pg_advisory_lock($1, hashtext($2))", [LIVING, id]);
    current = client;
    client.once("end", () => !released && retry());
  };
  const retry = (): void => {
    setTimeout(() => {
      if (!released) take().catch((error: unknown) => (warn(error), retry()));
    }, RETRY_MS).unref();
  };
  await take();
  return async () => {
    released = true;
    await current?.end().catch(warn);
  };
}
