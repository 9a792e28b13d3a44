import { connectDatabase } from "../src/platform/db/connect.ts";
import { type Database, ident } from "../src/platform/db/database.ts";
import { brokenFeed, brokenInside, type FeedEntry, readFeed } from "../src/testing/kept-promises.ts";
import { ImportOnce } from "../src/testing/import-once.ts";
import { type Pooler, startPgbouncer } from "../src/testing/pgbouncer.ts";
import { freePort } from "../src/testing/free-port.ts";
import { type LastingServer, startLastingServer } from "../src/testing/lasting-server.ts";
import { type ServerProcess, serverProcesses } from "../src/testing/server-process.ts";
import { SteadyWriter } from "../src/testing/steady-writer.ts";
import { StubbornClient } from "../src/testing/stubborn-client.ts";
import { BulkOnce } from "./bulk-once.ts";
import { Crossing } from "./crossing.ts";
import { ReplicasInChaos } from "./replicas-in-chaos.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const METRICS = "a-token-for-metrics";
const [DATABASE, KEEPER] = ["crm", "sluice-chaos"];
const WRITERS = 4;
const PAUSE_MS = 60;
const IMPORT_ROWS = 3000;
const BETWEEN_MS = [2500, 7000] as const;
const TWO_AT_ONCE = 0.25;
const AWAY_MS = 60_000;
const KINDS = ["web", "worker", "backend", "postmaster", "pooler"] as const;
type Kind = (typeof KINDS)[number];
type Name = "a" | "b" | "first" | "second";

interface Chaos {
  readonly postgres: LastingServer;
  readonly pooler: Pooler | undefined;
  readonly of: Readonly<Record<Name, ServerProcess>>;
  readonly replicas: ReplicasInChaos | undefined;
  readonly db: Database;
  readonly broken: string[];
  readonly counts: Record<Kind, { kills: number; longest: number }>;
  over: boolean;
}

/**
 * Two web processes and two workers on one PostgreSQL, perhaps through a transaction pooler, or with a
 * replica for each web process; any of them is killed at any moment under load.
 */
export async function chaosOfProcesses(
  minutes: number,
  wanted: { readonly pooler: boolean; readonly replicas: boolean },
): Promise<boolean> {
  const postgres = await startLastingServer(wanted.replicas ? 2 : 0);
  const direct = postgres.url.replace("/postgres?", `/${DATABASE}?`);
  await makeDatabase(postgres.url);
  const pooler = wanted.pooler ? await startPgbouncer(postgres.url, await freePort()) : undefined;
  const shared = {
    ...(pooler
      ? { DATABASE_URL: pooler.through(direct), DATABASE_DIRECT_URL: direct, SLUICE_NAMED_STATEMENTS: "off" }
      : { DATABASE_URL: direct }),
    SLUICE_METRICS_TOKEN: METRICS,
    SLUICE_ADMIN_LOGIN: ADMIN.login,
    SLUICE_ADMIN_PASSWORD: ADMIN.password,
  };
  const [a = {}, b = {}] = [0, 1].map((at) => {
    const replica = postgres.replicas[at]?.url.replace("/postgres?", `/${DATABASE}?`);
    return { SLUICE_ROLE: "web", ...(replica ? { DATABASE_REPLICA_URL: replica } : {}) };
  });
  const worker = { SLUICE_ROLE: "worker" };
  const { of, remove } = await serverProcesses(shared, { a, b, first: worker, second: worker });
  const db = connectDatabase(direct, { max: 4, applicationName: KEEPER });
  const close = async () => {
    for (const one of Object.values(of)) await one.killNode();
    await db.close();
    await replicas?.close();
    await pooler?.stop();
    await postgres.stop();
    remove();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(
      signal,
      () => (console.log(`ended by ${signal}`), void close().finally(() => process.exit(1))),
    );
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, { kills: 0, longest: 0 }])) as Chaos["counts"];
  const replicas = wanted.replicas
    ? new ReplicasInChaos(postgres.replicas, [of.a.url, of.b.url], ADMIN, METRICS)
    : undefined;
  const chaos: Chaos = { postgres, pooler, replicas, of, db, broken: [], counts, over: false };
  try {
    await of.a.start();
    await Promise.all([of.b.start(), of.first.start(), of.second.start()]);
    console.log(
      `2 web, 2 workers, PostgreSQL ${postgres.major}${pooler ? " through pgbouncer, pool_mode=transaction" : ""}${replicas ? ", a replica for each web process" : ""}, ${minutes} minutes`,
    );
    await run(chaos, minutes);
    return chaos.broken.length === 0;
  } finally {
    await close();
  }
}

async function run(chaos: Chaos, minutes: number): Promise<void> {
  const { of, broken, replicas } = chaos;
  const urls = [of.a.url, of.b.url];
  // As behind a balancer: what one does not answer is sent to the other.
  const clients = [new StubbornClient(urls, ADMIN), new StubbornClient(urls.toReversed(), ADMIN)] as const;
  const writers = Array.from(
    { length: WRITERS },
    (_, number) => new SteadyWriter(clients[number % 2 === 0 ? 0 : 1], number),
  );
  const crossing = new Crossing(urls, ADMIN);
  await crossing.prepare(ADMIN);
  await replicas?.prepare();
  const [imports, jobs]: [ImportOnce[], BulkOnce[]] = [[], []];
  const feeds = Promise.all(urls.map((url) => follow(chaos, new StubbornClient(url, ADMIN))));
  const work = [
    ...writers.map((writer) => again(chaos, PAUSE_MS, () => writer.step())),
    again(chaos, 1000, () =>
      workOff(new ImportOnce(clients[0], `file${imports.length}`, IMPORT_ROWS), imports),
    ),
    again(chaos, 1000, () => workOff(new BulkOnce(clients[1], `bulk${jobs.length}`), jobs)),
    again(chaos, 500, () => crossing.round()),
    ...(replicas?.readers ?? []).map((reader) => again(chaos, PAUSE_MS, () => reader.round())),
    ...(replicas ? [replicas.disturb()] : []),
  ];
  await killOn(chaos, Date.now() + minutes * 60_000);
  chaos.over = true;
  replicas?.stop();
  await Promise.all(work);
  await replicas?.settle();
  const followed = await feeds;
  crossing.stop();
  for (const writer of writers) broken.push(...(await writer.check()));
  for (const one of [...imports, ...jobs]) broken.push(...(await one.check(chaos.db)));
  const inside = await brokenInside(chaos.db);
  const notices = {
    handed_over: crossing.handedOver + (replicas?.handedOver ?? 0),
    import_done: imports.length,
    job_done: jobs.length,
  };
  broken.push(
    ...inside.broken,
    ...crossing.broken,
    ...(replicas?.broken ?? []),
    ...(await brokenNotices(chaos.db, notices)),
  );
  const feed = await checkFeeds(chaos, clients[0], followed);
  report(chaos, crossing, {
    ...inside.looked,
    ...feed,
    acknowledged: writers.reduce((sum, one) => sum + one.acknowledged, 0),
    "sent again": clients.reduce((sum, { repeated }) => sum + repeated, 0),
    imports: imports.length,
    "rows imported": imports.length * IMPORT_ROWS,
    jobs: jobs.length,
    notifications: Object.values(notices).reduce((sum, one) => sum + one, 0),
    ...crossing.counts,
    ...replicas?.counts,
  });
}

async function workOff<T extends { begin(): Promise<void>; ended(patience: number): Promise<void> }>(
  one: T,
  all: T[],
): Promise<void> {
  await one.begin();
  all.push(one);
  await one.ended(10 * 60_000);
}

async function again(chaos: Chaos, ms: number, step: () => Promise<void>): Promise<void> {
  while (!chaos.over) {
    await step().catch((error: unknown) => chaos.broken.push(String(error)));
    await pause(ms);
  }
}

/** Reads the feed of one web process all along, as a program that synchronises would. */
async function follow(chaos: Chaos, client: StubbornClient): Promise<readonly FeedEntry[]> {
  const all: FeedEntry[] = [];
  let cursor = "0";
  for (let isLast = false; ; isLast = chaos.over) {
    const page = await readFeed(client, cursor);
    all.push(...page.entries);
    cursor = page.cursor;
    if (isLast) return all;
    await pause(300);
  }
}

async function checkFeeds(
  { broken, db }: Chaos,
  client: StubbornClient,
  followed: readonly (readonly FeedEntry[])[],
): Promise<Record<string, number>> {
  const { entries } = await readFeed(client);
  broken.push(...brokenFeed(entries, "the feed"));
  const whole = entries.map(({ seq }) => seq).join();
  followed.forEach((one, at) => {
    const name = `the feed as it was followed at web process ${at + 1}`;
    broken.push(...brokenFeed(one, name));
    if (!whole.startsWith(one.map(({ seq }) => seq).join()))
      broken.push(`${name} (${one.length}) is not the feed (${entries.length})`);
  });
  const [logged] = await db.query<{ count: number }>({
    text: "select count(*) as count from w_main.changes",
  });
  return { "changes logged": logged?.count ?? 0, "changes in the feed": entries.length };
}

/** Who was given a record, and who started long work that ended, was notified of each once. */
async function brokenNotices(db: Database, wanted: Readonly<Record<string, number>>): Promise<string[]> {
  const found = await db.query<{ kind: string; total: number; about: number }>({
    text: `select kind, count(*) as total, count(distinct coalesce(regarding::text, params ->> 'id')) as about from w_main.o_notification group by kind`,
  });
  return Object.entries(wanted).flatMap(([kind, count]) => {
    const { total, about } = found.find((one) => one.kind === kind) ?? { total: 0, about: 0 };
    return total === count && about === count
      ? []
      : [`${total} notifications ${kind} about ${about}, wanted ${count}`];
  });
}

async function killOn(chaos: Chaos, until: number): Promise<void> {
  const kinds = KINDS.filter((kind) => kind !== "pooler" || chaos.pooler);
  const any = (): Kind => kinds[Math.floor(Math.random() * kinds.length)] ?? "web";
  while (Date.now() < until) {
    await pause(BETWEEN_MS[0] + Math.random() * (BETWEEN_MS[1] - BETWEEN_MS[0]));
    const chosen = new Set([any(), ...(Math.random() < TWO_AT_ONCE ? [any()] : [])]);
    const begun = Date.now();
    try {
      for (const [name, one] of Object.entries(chaos.of))
        if (one.hasDied()) throw new Error(`${name} has ended by itself: ${one.said().slice(-1500)}`);
      await Promise.all([...chosen].map((kind) => killOne(chaos, kind)));
      await Promise.all([chaos.of.a, chaos.of.b].map(untilServing));
    } catch (error) {
      chaos.broken.push(`after killing ${[...chosen].join(" and ")}: ${String(error)}`);
      console.log(chaos.broken.at(-1));
      for (const one of Object.values(chaos.of)) if (one.hasDied()) await startAgain(one);
      continue;
    }
    const ms = Date.now() - begun;
    for (const kind of chosen)
      chaos.counts[kind] = {
        kills: chaos.counts[kind].kills + 1,
        longest: Math.max(chaos.counts[kind].longest, ms),
      };
    console.log(`killed ${[...chosen].join(" and ")}, all served again after ${seconds(ms)}`);
  }
}

async function killOne({ of, postgres, pooler, db }: Chaos, kind: Kind): Promise<void> {
  const oneOf = (first: ServerProcess, second: ServerProcess) => (Math.random() < 0.5 ? first : second);
  if (kind === "postmaster") return postgres.kill();
  if (kind === "pooler") return pooler?.kill();
  if (kind === "backend") return killBackend(db);
  const one = kind === "web" ? oneOf(of.a, of.b) : oneOf(of.first, of.second);
  await one.killNode();
  await startAgain(one);
}

/** As a service manager does: where the database is away for the moment, once more. */
async function startAgain(one: ServerProcess): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await one.start();
    } catch (error) {
      if (tried === 10) throw error;
      await pause(500);
    }
  }
}

/** The session that works, or any. */
async function killBackend(db: Database): Promise<void> {
  const [row] = await db
    .query<{ pid: number }>({
      text: `select pid from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 order by (state <> 'idle') desc, random() limit 1`,
      values: [KEEPER],
    })
    .catch(() => []);
  if (row) process.kill(row.pid, "SIGKILL");
}

async function untilServing(one: ServerProcess): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < AWAY_MS; await pause(50)) {
    const answer = await fetch(`${one.url}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    await answer?.text().catch(() => undefined);
    if (answer?.status === 200) return;
  }
  throw new Error(`not serving after ${seconds(AWAY_MS)}: ${one.said().slice(-1500)}`);
}

function report(
  { broken, counts, replicas }: Chaos,
  { times }: Crossing,
  looked: Readonly<Record<string, number>>,
): void {
  const line = (what: string, text: string) => console.log(`${what.padEnd(28)} ${text}`);
  for (const kind of KINDS)
    if (counts[kind].kills > 0)
      line(
        `killed ${kind}`,
        `${String(counts[kind].kills).padStart(8)}   longest until all served ${seconds(counts[kind].longest)}`,
      );
  for (const [what, count] of Object.entries(looked)) line(what, String(count).padStart(8));
  const spread = Object.entries(times).map(([what, all]): [string, readonly number[]] => [
    `${what} at the other`,
    all,
  ]);
  for (const [what, all] of [...spread, ...(replicas?.times ?? [])]) {
    const sorted = all.toSorted((one, other) => one - other);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)];
    line(
      what,
      `${String(all.length).padStart(8)}   median ${at(0.5)} ms, 95 of 100 ${at(0.95)} ms, longest ${sorted.at(-1)} ms`,
    );
  }
  console.log(
    broken.length === 0
      ? "every promise kept"
      : `${broken.length} BROKEN:\n${broken.slice(0, 40).join("\n")}`,
  );
}

async function makeDatabase(url: string): Promise<void> {
  const admin = connectDatabase(url, { max: 1 });
  await admin.query({ text: `create database ${ident(DATABASE)}` });
  await admin.close();
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
