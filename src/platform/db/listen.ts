import type pg from "pg";
import { ident } from "./database.ts";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** A connection that was lost sooner is no reason to hurry again. */
const KEPT_MS = 10_000;

/**
 * LISTENs on a connection of its own until stopped. After a lost connection it connects again by itself and
 * calls `heard("")` once, because something may have been said meanwhile.
 */
export async function listen(
  makeClient: () => pg.Client,
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  let current: pg.Client | undefined;
  let stopped = false;
  let pause = FIRST_PAUSE_MS;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const client = makeClient();
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      if (client === current) retry();
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", (message) => heard(message.payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${ident(channel)}`);
    } catch (error) {
      lost = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return client.end();
    current = client;
    since = performance.now();
    if (lost) retry();
  };
  const retry = (): void => {
    current = undefined;
    if (stopped) return;
    if (performance.now() - since > KEPT_MS) pause = FIRST_PAUSE_MS;
    timer = setTimeout(() => {
      open().then(() => heard(""), retry);
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };

  await open();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    const client = current;
    current = undefined;
    await client?.end();
  };
}
