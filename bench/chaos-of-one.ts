import { brokenFeed, brokenInside, type FeedEntry, readFeed } from "../src/testing/kept-promises.ts";
import { ImportOnce } from "../src/testing/import-once.ts";
import { type ServerProcess, serverProcess } from "../src/testing/server-process.ts";
import { SteadyWriter } from "../src/testing/steady-writer.ts";
import { StubbornClient } from "../src/testing/stubborn-client.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const WRITERS = 4;
const PAUSE_MS = 40;
const IMPORT_ROWS = 5000;
const BETWEEN_MS = [3000, 9000] as const;
const LONGEST_AWAY_MS = 30_000;

interface Count {
  kills: number;
  /** Until it served again. */
  longest: number;
}
interface Chaos {
  readonly server: ServerProcess;
  readonly client: StubbornClient;
  readonly broken: string[];
  readonly counts: Record<Kind, Count>;
  over: boolean;
}
const KINDS = ["node", "backend", "postmaster"] as const;
type Kind = (typeof KINDS)[number];

/** Kills the program, its PostgreSQL or a session at random while it is written to, and checks every promise. */
export async function chaosOfOne(minutes: number): Promise<boolean> {
  const server = await serverProcess({
    SLUICE_ADMIN_LOGIN: ADMIN.login,
    SLUICE_ADMIN_PASSWORD: ADMIN.password,
  });
  process.once("exit", () => server.remove());
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(
      signal,
      () => (console.log(`ended by ${signal}`), void server.killNode().finally(() => process.exit(1))),
    );
  await server.start();
  console.log(`first start ${seconds(server.startMs)}, ${minutes} minutes of chaos on ${server.url}`);
  const empty = (): Count => ({ kills: 0, longest: 0 });
  const client = new StubbornClient(server.url, ADMIN);
  const chaos: Chaos = {
    server,
    client,
    broken: [],
    counts: { node: empty(), backend: empty(), postmaster: empty() },
    over: false,
  };
  const writers = Array.from({ length: WRITERS }, (_, number) => new SteadyWriter(client, number));
  const feed = follow(chaos);
  const imports: ImportOnce[] = [];
  const work = [...writers.map((writer) => write(chaos, writer)), importOn(chaos, imports)];
  await killOn(chaos, Date.now() + minutes * 60_000);
  chaos.over = true;
  await Promise.all(work);
  const looked = await verify(chaos, writers, imports, await feed);
  await endWell(chaos);
  report(chaos, {
    ...looked,
    acknowledged: writers.reduce((sum, one) => sum + one.acknowledged, 0),
    "sent again": client.repeated,
    imports: imports.length,
  });
  return chaos.broken.length === 0;
}

async function write(chaos: Chaos, writer: SteadyWriter): Promise<void> {
  while (!chaos.over) {
    await writer.step().catch((error: unknown) => chaos.broken.push(String(error)));
    await pause(PAUSE_MS);
  }
}

async function importOn(chaos: Chaos, imports: ImportOnce[]): Promise<void> {
  while (!chaos.over) {
    const one = new ImportOnce(chaos.client, `file${imports.length}`, IMPORT_ROWS);
    try {
      await one.begin();
      imports.push(one);
      await one.ended(10 * 60_000);
    } catch (error) {
      chaos.broken.push(String(error));
    }
    await pause(1000);
  }
}

/** Reads the feed all along, as a program that synchronises would. */
async function follow(chaos: Chaos): Promise<readonly FeedEntry[]> {
  const all: FeedEntry[] = [];
  let cursor = "0";
  for (let isLast = false; ;) {
    const page = await readFeed(chaos.client, cursor);
    all.push(...page.entries);
    cursor = page.cursor;
    if (isLast) return all;
    isLast = chaos.over;
    await pause(300);
  }
}

async function killOn(chaos: Chaos, until: number): Promise<void> {
  while (Date.now() < until) {
    await pause(BETWEEN_MS[0] + Math.random() * (BETWEEN_MS[1] - BETWEEN_MS[0]));
    const kind = KINDS[Math.floor(Math.random() * KINDS.length)] ?? "node";
    const { server } = chaos;
    const begun = Date.now();
    try {
      if (server.hasDied()) throw new Error(whyDead(server));
      if (!(await killOne(chaos, kind))) continue;
      await untilServing(chaos);
    } catch (error) {
      chaos.broken.push(`after killing ${kind}: ${String(error)}`);
      console.log(chaos.broken.at(-1));
      if (!server.hasDied()) return;
      await server.start();
      continue;
    }
    const count = chaos.counts[kind];
    count.kills += 1;
    count.longest = Math.max(count.longest, Date.now() - begun);
    console.log(`killed ${kind}, served again after ${seconds(Date.now() - begun)}`);
  }
}

async function killOne({ server, broken }: Chaos, kind: Kind): Promise<boolean> {
  if (kind === "backend") return server.killBackend();
  if (kind === "postmaster") return (server.killPostmaster(), true);
  const gone = server.killNode();
  // Half of the time whoever starts it again does not wait for what the dead one left.
  if (Math.random() < 0.5) await pause(Math.random() * 300);
  else if ((await gone) > 5000) broken.push(`processes stayed for ${seconds(await gone)}`);
  await server.start();
  return true;
}

async function untilServing({ server }: Chaos): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < LONGEST_AWAY_MS; await pause(50)) {
    const answer = await fetch(`${server.url}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    );
    await answer?.text();
    if (answer?.status === 200) return;
    if (server.hasDied()) throw new Error(whyDead(server));
  }
  throw new Error(`not serving after ${seconds(LONGEST_AWAY_MS)}: ${server.said().slice(-2000)}`);
}

function whyDead(server: ServerProcess): string {
  const lines = server.said().split("\n");
  return `the program has ended by itself: ${lines
    .filter((line) => /; stopping|does not start|^ended/.test(line))
    .slice(-3)
    .join("\n")}`;
}

async function verify(
  chaos: Chaos,
  writers: readonly SteadyWriter[],
  imports: readonly ImportOnce[],
  followed: readonly FeedEntry[],
) {
  const { server, client, broken } = chaos;
  for (const writer of writers) broken.push(...(await writer.check()));
  const db = server.database();
  try {
    for (const one of imports) broken.push(...(await one.check(db)));
    const inside = await brokenInside(db);
    broken.push(...inside.broken);
    const { entries } = await readFeed(client);
    broken.push(...brokenFeed(entries, "the feed"), ...brokenFeed(followed, "the feed as it was followed"));
    const [first, second] = [entries.map(({ seq }) => seq).join(), followed.map(({ seq }) => seq).join()];
    if (!first.startsWith(second))
      broken.push(`the feed as it was followed (${followed.length}) is not the feed (${entries.length})`);
    const [logged] = await db.query<{ count: number }>({
      text: "select count(*) as count from w_main.changes",
    });
    return { ...inside.looked, "changes logged": logged?.count ?? 0, "changes in the feed": entries.length };
  } finally {
    await db.close();
  }
}

/** An orderly stop leaves nothing, and the next start just works. */
async function endWell({ server, broken }: Chaos): Promise<void> {
  for (const round of ["the end", "one more start"]) {
    const code = await server.stop();
    if (code !== 0) broken.push(`${round}: exit code ${code}`);
    if (server.left().length > 0) broken.push(`${round}: processes left: ${server.left().join(", ")}`);
    if (round === "the end") await server.start();
  }
}

function report({ server, broken, counts }: Chaos, looked: Readonly<Record<string, number>>): void {
  for (const kind of KINDS)
    console.log(
      `${`killed ${kind}`.padEnd(24)} ${String(counts[kind].kills).padStart(8)}   longest away ${seconds(counts[kind].longest)}`,
    );
  for (const [what, count] of Object.entries(looked))
    console.log(`${what.padEnd(24)} ${String(count).padStart(8)}`);
  console.log(`${"last start".padEnd(24)} ${seconds(server.startMs).padStart(8)}`);
  console.log(
    broken.length === 0
      ? "every promise kept"
      : `${broken.length} BROKEN:\n${broken.slice(0, 40).join("\n")}`,
  );
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
