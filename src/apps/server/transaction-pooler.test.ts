import { afterAll, beforeAll, expect, test } from "vitest";
import { poolingOf } from "../../platform/postgres/pooling-of.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { isPgbouncerHere, startPgbouncer } from "../../testing/pgbouncer.ts";
import { freePort } from "../../testing/free-port.ts";
import { serverProcesses } from "../../testing/server-process.ts";
import { startTinyPooler } from "../../testing/tiny-pooler.ts";

interface Through {
  readonly url: string;
  stop(): Promise<void>;
}
type Size = 1 | 3 | 20;
/** PgBouncer itself, too, where it is installed. */
const POOLERS: Readonly<Record<string, (url: string, size: Size) => Promise<Through>>> = {
  "a transaction pooler": startTinyPooler,
  ...(isPgbouncerHere ? { pgbouncer: bouncer("transaction") } : {}),
};
let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

function bouncer(mode: "session" | "transaction") {
  return async (url: string, size: Size): Promise<Through> => {
    const pooler = await startPgbouncer(url, await freePort(), { mode, size });
    return { url: pooler.through(url), stop: () => pooler.stop() };
  };
}
async function through<T>(
  start: (url: string, size: Size) => Promise<Through>,
  size: Size,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const pooler = await start(database.url, size);
  try {
    return await work(pooler.url);
  } finally {
    await pooler.stop();
  }
}

test("a server that is asked directly, or through a pooler that keeps sessions, is never taken for one that shares them", async () => {
  const looks = (url: string) => Promise.all(Array.from({ length: 8 }, () => poolingOf(url)));
  const own = { sharesSessions: false, keepsStatements: true };
  for (let round = 0; round < 5; round += 1)
    expect(await looks(database.url)).toEqual(Array.from({ length: 8 }, () => own));
  if (isPgbouncerHere)
    expect(await through(bouncer("session"), 20, looks)).toEqual(Array.from({ length: 8 }, () => own));
}, 60_000);

test.each(Object.keys(POOLERS))(
  "%s is recognised, however many sessions it has and while others use it",
  async (name) => {
    const start = POOLERS[name] ?? startTinyPooler;
    for (const size of [1, 3, 20] as const)
      expect((await through(start, size, poolingOf)).sharesSessions, `${size} sessions`).toBe(true);
    expect(await through(start, 20, poolingOf)).toEqual({ sharesSessions: true, keepsStatements: false });
    await through(start, 20, async (url) => {
      for (let round = 0; round < 5; round += 1) {
        const found = await Promise.all(Array.from({ length: 6 }, () => poolingOf(url)));
        expect(found.map(({ sharesSessions }) => sharesSessions)).toEqual(found.map(() => true));
      }
    });
  },
  120_000,
);

test("through one no worker starts without a way past it, and no process with statements that it forgets", async () => {
  const other = await testDatabase();
  await through(startTinyPooler, 20, async (url) => {
    const shared = { DATABASE_URL: url };
    const off = { SLUICE_NAMED_STATEMENTS: "off" };
    const worker = { ...off, SLUICE_ROLE: "worker" };
    const { of, remove } = await serverProcesses(shared, {
      all: {},
      worker,
      astray: { ...worker, DATABASE_DIRECT_URL: url },
      elsewhere: { ...worker, DATABASE_DIRECT_URL: other.url },
      nowhere: { ...worker, DATABASE_DIRECT_URL: "postgres://me:hunter2@127.0.0.1:1/x" },
      named: { SLUICE_ROLE: "web" },
      web: { ...off, SLUICE_ROLE: "web" },
      right: { ...worker, DATABASE_DIRECT_URL: database.url },
    });
    try {
      const refused = async (one: keyof typeof of, sentence: string) => {
        await expect(of[one].start(), one).rejects.toThrow();
        expect(of[one].said().trim().split("\n")).toEqual([
          expect.stringContaining(sentence),
          "",
          "ended with 1",
        ]);
      };
      await refused("all", "Set DATABASE_DIRECT_URL to the same database without the pooler");
      await refused("worker", "Set DATABASE_DIRECT_URL to the same database without the pooler");
      await refused("astray", "DATABASE_DIRECT_URL also goes through a transaction pooler");
      await refused("elsewhere", "DATABASE_DIRECT_URL and DATABASE_URL point to different databases.");
      await refused(
        "nowhere",
        "Could not connect to the database in DATABASE_DIRECT_URL (connect ECONNREFUSED 127.0.0.1:1).",
      );
      await refused("named", "Set SLUICE_NAMED_STATEMENTS=off");
      for (const one of [of.web, of.right]) {
        await one.start();
        expect(await one.stop()).toBe(0);
      }
    } finally {
      for (const one of Object.values(of)) await one.killNode();
      remove();
      await other.drop();
    }
  });
}, 240_000);
