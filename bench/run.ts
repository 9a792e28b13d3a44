import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { terminalLanguage } from "../src/platform/config/settings.ts";
import { StartRefused } from "../src/platform/config/start-refused.ts";
import { timeBalances } from "./balance-moves.ts";
import { startChild } from "./child-server.ts";
import { compareVersions } from "./before-after.ts";
import { type Contenders, readMeasure, writeMeasure } from "./contenders.ts";
import { firstLoadKb } from "./first-load.ts";
import { openGatedMoves } from "./gated-moves.ts";
import { ServerRefused } from "./http-load.ts";
import { longWorks } from "./long-works.ts";
import { measure, type Measure, type Measured } from "./measure.ts";
import { measureLong } from "./measure-long.ts";
import { type BenchOptions, readOptions } from "./options.ts";
import { judged, LEAST, LIMITS, reached } from "./targets.ts";
import { readMeasures } from "./read-measures.ts";
import { type BenchResult, heading, lineOf, spell, writeResult } from "./report.ts";
import { DOCUMENT_WORK, documentWork } from "./document-work.ts";
import { dropPlain, fillPlain, IN_PLAIN } from "./plain-tables.ts";
import { writeMeasures } from "./write-measures.ts";
import { timeLevels } from "./service-levels.ts";
import { timeWhatIf } from "./what-if.ts";
import { settled } from "./settled.ts";
import { weighPages } from "./weigh-pages.ts";
import { startSluice } from "./start-sluice.ts";
import { openWorld, type World } from "./world.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const LONGEST_MS = 90 * 60_000;
const CONNECTIONS = [1, 16];

async function main(options: BenchOptions): Promise<void> {
  const world = await openWorld(options);
  const closers: (() => Promise<unknown>)[] = [() => world.close()];
  try {
    const sluice = await startSluice(root, {
      bundle: resolve(options.server ?? join(root, "dist", "server", "web.mjs")),
      url: world.url,
      directory: world.directory,
      profile: options.profile && resolve(options.profile),
    });
    closers.push(() => sluice.stop());
    await fillPlain(world.db);
    closers.push(() => dropPlain(world.db));
    const plain = await startChild(
      ["--import", "tsx", join(root, "bench", "plain-endpoint.ts")],
      { DATABASE_URL: world.url },
      "/ready",
    );
    closers.push(() => plain.stop());
    const bare = await startChild(
      ["--import", "tsx", join(root, "bench", "bare-endpoint.ts")],
      { DATABASE_URL: world.url },
      "/ready",
    );
    closers.push(() => bare.stop());
    const pool = new pg.Pool({ connectionString: world.url, max: 16 });
    closers.push(() => pool.end());
    await compare(world, { sluice, plain, bare, pool }, options);
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function compare(world: World, contenders: Contenders, options: BenchOptions): Promise<void> {
  const wanted = (name: string): boolean =>
    options.only === undefined || options.only.split(",").some((part) => name.includes(part));
  const diskKb = await diskPerDeal(world.db);
  const afterStart = contenders.sluice.memory();
  const [version] = await world.db.query<{ server_version: string }>({ text: "show server_version" });
  console.log(heading());
  const done: Measured[] = [];
  const run = async (one: Measure): Promise<void> => {
    for (const connections of one.connections ?? CONNECTIONS) {
      try {
        const measured = await measure(one, connections, options);
        done.push(measured);
        console.log(spell(lineOf(measured)));
      } catch (error) {
        // What is not answered at all is the worst miss there is; the others are still worth knowing.
        if (!(error instanceof ServerRefused)) throw error;
        console.log(`${one.name.padEnd(46)} ${String(connections).padStart(3)}  MISS: ${error.message}`);
      }
    }
  };
  for (const read of await readMeasures(world))
    if (wanted(read.name)) await run(await readMeasure(contenders, read));
  const moves = wanted("move through a gate") ? await openGatedMoves(world, contenders.sluice.port) : [];
  for (const write of await writeMeasures(world, moves, IN_PLAIN))
    if (wanted(write.name)) await run(writeMeasure(contenders, write));
  const afterLoad = contenders.sluice.memory();
  let inLongWork: number | undefined;
  const rows = Math.min(100_000, options.size);
  const works = await longWorks(world, contenders, { bulk: 10_000, rows });
  // Its object is made for it: not where it is not measured.
  if (wanted(DOCUMENT_WORK)) works.push(await documentWork(world, contenders));
  for (const work of works) {
    if (!wanted(work.name)) continue;
    await settled(world);
    const measured = await measureLong(work, contenders, 1);
    inLongWork = Math.max(inLongWork ?? 0, measured.peakMb ?? 0);
    done.push(measured);
    console.log(spell(lineOf(measured)));
  }
  const weight = wanted("weight") && !options.server ? await weigh(world, contenders) : undefined;
  const interactiveSeconds = weight?.find(
    ({ page, slower, isWarm }) => page === "list" && slower > 1 && !isWarm,
  )?.interactive;
  const whatIf = wanted("what-if") ? await timeWhatIf(world, contenders.sluice) : undefined;
  const balances = wanted("balances") ? await timeBalances(world) : undefined;
  const levels = wanted("service levels") ? await timeLevels(world, contenders.sluice) : undefined;
  const result: BenchResult = {
    date: new Date().toISOString(),
    size: options.sizeName,
    machine: {
      cores: cpus().length,
      node: process.versions.node,
      postgres: version?.server_version ?? "",
      load: loadavg()[2] ?? 0,
    },
    diskKbPerDeal: diskKb,
    seedRowsPerSecond: world.seededPerSecond,
    startMs: contenders.sluice.startMs,
    memoryMb: { afterStart, afterLoad, inLongWork },
    interactiveSeconds,
    weight,
    whatIf,
    balances,
    levels,
    firstLoadKb: firstLoadKb(join(root, "dist", "web")),
    measures: done,
  };
  console.log(
    `disk ${judged(diskKb, LIMITS.diskKbPerDeal)} kB per deal with its history, indexes and search`,
  );
  const { startMs, memoryMb, firstLoadKb: load } = result;
  console.log(
    `start ${(startMs / 1000).toFixed(2)} s · resident ${memoryMb.afterStart?.toFixed(0)} MB, under load ${judged(afterLoad, LIMITS.residentMb)} MB, in long work ${judged(inLongWork, LIMITS.residentMb)} MB · first script ${judged(load?.gzip, LIMITS.firstScriptKb)} KB gzip · list usable on a processor four times slower after ${interactiveSeconds?.toFixed(1) ?? "–"} s`,
  );
  if (whatIf)
    console.log(
      `what-if of ${whatIf.moves} moves of ${whatIf.records} records, ${whatIf.refused} refused: ${judged(whatIf.seconds, LIMITS.whatIfSeconds)} s, processor ${whatIf.cpuSeconds?.toFixed(2) ?? "–"} s`,
    );
  if (balances)
    console.log(
      `balances, sixteen at once: ${reached(balances.oneSlot, LEAST.movesOfOneKey)} moves a second of one key, ${balances.eightSlots.toFixed(0)} in eight rows, ${balances.spread.toFixed(0)} of sixteen keys; bare update of one row ${balances.bare.toFixed(0)}`,
    );
  if (levels)
    console.log(
      `five service levels in force: create ${levels.create.toFixed(2)} and PATCH ${levels.change.toFixed(2)} of without (≥ 0.9) · ${levels.duePerSecond.toFixed(0)} due limits a second (≥ 1,000)`,
    );
  if (options.save)
    console.log(writeResult(join(root, "bench", "results"), result.date.slice(0, 10), result));
}

/** The pages that are opened most, as the director sees them. */
async function weigh({ db, director }: World, { sluice }: Contenders): Promise<BenchResult["weight"]> {
  const [deal] = await db.query<{ id: string }>({
    text: "select id from w_main.o_opportunity where deleted_at is null order by updated_at desc, id limit 1",
  });
  return weighPages({
    origin: `http://localhost:${sluice.port}`,
    token: /sluice_session=([^\r\n;]+)/.exec(director.headers)?.[1] ?? "",
    deal: deal?.id ?? "",
  });
}

/** All that the company takes, accounts and contacts included, by the number of its deals. */
async function diskPerDeal(db: World["db"]): Promise<number | undefined> {
  const [row] = await db.query<{ kb: number | null }>({
    text: `select ((select sum(pg_table_size(c.oid) + case when c.relkind = 'r' then pg_indexes_size(c.oid) else 0 end) from pg_class c
             where c.relnamespace = 'w_main'::regnamespace and c.relkind = 'r')::float8 / 1024 / nullif((select count(*) from w_main.o_opportunity), 0))::float8 as kb`,
  });
  return row?.kb ?? undefined;
}

setTimeout(() => {
  console.error("the bench took too long and was stopped");
  process.exit(1);
}, LONGEST_MS).unref();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  const options = readOptions(process.argv.slice(2));
  await (options.before ? compareVersions(root, options, resolve(options.before)) : main(options));
} catch (error) {
  console.error(error instanceof StartRefused ? error.sentence(terminalLanguage(process.env)) : error);
  process.exit(error instanceof StartRefused ? error.exitCode : 1);
}
process.exit(0);
