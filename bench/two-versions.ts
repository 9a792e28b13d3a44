import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { connectDatabase } from "../src/platform/db/connect.ts";
import type { Database } from "../src/platform/db/database.ts";
import { openDataDirectory } from "../src/platform/postgres/data-directory.ts";
import { type EmbeddedPostgres, startEmbedded } from "../src/platform/postgres/embedded.ts";
import type { ChildServer } from "./child-server.ts";
import type { BenchOptions } from "./options.ts";
import { postgresProcesses, type ProcessorTimes, timesOf } from "./processor-time.ts";
import { quiet } from "./settled.ts";
import { startSluice } from "./start-sluice.ts";
import { openWorld, type World } from "./world.ts";

export const VERSIONS = ["before", "after"] as const;
export type Version = (typeof VERSIONS)[number];
/** One of the two installations: the same company, the same people, its own database and program. */
export interface Installation {
  readonly world: World;
  readonly server: ChildServer;
}
export type Installations = Readonly<Record<Version, Installation>> & { close(): Promise<void> };

/**
 * Seeds a company with the earlier version, copies it twice, and starts each version on its copy; the later
 * one upgrades its own first. What was seeded stays as it was, so that every run begins alike.
 */
export async function openTwoVersions(
  root: string,
  before: string,
  options: BenchOptions,
): Promise<Installations> {
  const work = mkdtempSync(join(tmpdir(), "sluice-before-after-"));
  const closers: (() => unknown)[] = [() => rmSync(work, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const seeded = options.keep ? resolve(options.keep) : join(work, "seeded");
    await seedWith(before, seeded, options.sizeName);
    for (const version of VERSIONS) cpSync(seeded, join(work, version), { recursive: true });
    const world = await openWorld({ ...options, database: undefined, keep: join(work, "after") });
    closers.push(() => world.close());
    const earlier = await openEarlier(join(work, "before"), world);
    closers.push(() => earlier.close());
    const start = async (checkout: string, version: Version, { url, directory }: World) => {
      const profile = options.profile && join(resolve(options.profile), version);
      const server = await startSluice(checkout, { bundle: bundleOf(checkout), url, directory, profile });
      closers.push(() => server.stop());
      return server;
    };
    const both = {
      before: { world: earlier, server: await start(before, "before", earlier) },
      after: { world, server: await start(root, "after", world) },
    };
    for (const version of VERSIONS) await quiet(() => timesIn(both[version].server, both[version].world));
    return { ...both, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The earlier version's own bench, without a measure: it builds itself, fills the company and seals its log.
 * A mark says that it came to the end.
 */
async function seedWith(before: string, keep: string, size: string): Promise<void> {
  const mark = join(keep, "seeded");
  if (existsSync(mark)) return;
  console.log(`a company seeded by ${before}`);
  const args = ["scripts/bench.mjs", "--size", size, "--keep", keep, "--only", "nothing", "--no-save"];
  const child = spawn(process.execPath, args, { cwd: before, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((ended) => child.once("exit", ended));
  if (code !== 0) throw new Error(`${before} could not be seeded`);
  writeFileSync(mark, size);
}

const bundleOf = (checkout: string): string => join(checkout, "dist", "server", "web.mjs");
const startPostgres = (directory: string): Promise<EmbeddedPostgres> =>
  startEmbedded(openDataDirectory(directory), {
    restarted: () => undefined,
    lost: () => process.exit(1),
  });

/** What a program and its PostgreSQL have used of the processor. */
export const timesIn = ({ pid }: ChildServer, { directory }: Pick<World, "directory">): ProcessorTimes =>
  timesOf([pid, ...postgresProcesses(join(directory, "postgres"))]);

/** Telling everybody which deals stand still takes minutes of a company that nobody was told of before. */
const TOLD_TODAY =
  "update w_main.stalled_digest set day = (now() at time zone (select zone from w_main.o_company))::date, after = null";

/** The other copy, with the sessions that the later version has opened: both are asked by the same people. */
async function openEarlier(directory: string, later: World): Promise<World> {
  const postgres = await startPostgres(directory);
  const db = connectDatabase(postgres.url, { max: 20 });
  await copySessions(later.db, db);
  for (const one of [later.db, db]) {
    await one.query({ text: TOLD_TODAY });
    await one.query({ text: "checkpoint" });
  }
  return {
    ...later,
    url: postgres.url,
    directory,
    db,
    async close() {
      await db.close();
      await postgres.stop();
    },
  };
}

/** By the names of their columns, of which one version may have more than the other. */
async function copySessions(from: Database, to: Database): Promise<void> {
  const rows = await from.query<{ session: object }>({
    text: "select to_jsonb(s) as session from w_main.session s",
  });
  await to.query({
    text: `insert into w_main.session select (jsonb_populate_record(null::w_main.session, one)).* from jsonb_array_elements($1::jsonb) one
           on conflict do nothing`,
    values: [JSON.stringify(rows.map(({ session }) => session))],
  });
}
