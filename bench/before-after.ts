import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { cycle } from "./contenders.ts";
import { openGatedMoves } from "./gated-moves.ts";
import { httpLoad, type HttpRequest } from "./http-load.ts";
import { longWorks } from "./long-works.ts";
import type { BenchOptions } from "./options.ts";
import type { ProcessorTimes } from "./processor-time.ts";
import { type Loaded, measurePair, type Paired, type PairedMeasure } from "./paired.ts";
import { readMeasures } from "./read-measures.ts";
import { fixed, writeResult } from "./report.ts";
import { reacted } from "./settled.ts";
import { type Installation, type Installations, openTwoVersions, timesIn } from "./two-versions.ts";
import { writeMeasures } from "./write-measures.ts";

/** Part of the throughput before that every measure keeps. */
const KEPT = 0.97;
const CONNECTIONS = [1, 16];
const LONG_ROUNDS = 3;

/** The same loads on an earlier version and on this one, side by side in one run. */
export async function compareVersions(root: string, options: BenchOptions, before: string): Promise<void> {
  const both = await openTwoVersions(root, before, options);
  try {
    const done: Paired[] = [];
    console.log(lineOf(HEAD));
    for (const one of await measuresOf(both, options))
      for (const connections of one.connections ?? CONNECTIONS) {
        const paired = await measurePair(one, connections, options);
        done.push(paired);
        console.log(lineOf(cellsOf(paired)));
      }
    const machine = { cores: cpus().length, node: process.versions.node, load: loadavg()[2] ?? 0 };
    const result = { date: new Date().toISOString(), size: options.sizeName, machine, measures: done };
    if (options.save)
      console.log(
        writeResult(join(root, "bench", "results"), `${result.date.slice(0, 10)}-before-after`, result),
      );
  } finally {
    await both.close();
  }
}

async function measuresOf(both: Installations, options: BenchOptions): Promise<readonly PairedMeasure[]> {
  const { only, size } = options;
  const wanted = (name: string): boolean =>
    only === undefined || only.split(",").some((part) => name.includes(part));
  const [before, after] = [await loadsOf(both.before, size, wanted), await loadsOf(both.after, size, wanted)];
  return after.flatMap(({ loaded, ...one }) => {
    const earlier = before.find(({ name }) => name === one.name)?.loaded;
    return earlier ? [{ ...one, sides: { before: earlier, after: loaded } }] : [];
  });
}

type Load = Omit<PairedMeasure, "sides"> & { readonly loaded: Loaded };

/** What one version is loaded with: reads, writes, long work. */
async function loadsOf(
  { world, server }: Installation,
  size: number,
  wanted: (name: string) => boolean,
): Promise<readonly Load[]> {
  const rest = (): Promise<void> => reacted(world);
  const used = (): ProcessorTimes => timesIn(server, world);
  const http = (next: () => HttpRequest | undefined): Loaded => ({
    used,
    run: (connections, seconds) => httpLoad(server.port, connections, seconds, next),
  });
  const reads = await readMeasures(world);
  const moves = wanted("move through a gate") ? await openGatedMoves(world, server.port) : [];
  const writes = await writeMeasures(world, moves, "true");
  const works = await longWorks(world, { sluice: server }, { bulk: 3000, rows: Math.min(10_000, size) });
  return [
    ...reads.map(({ variants, name, connections }) => ({
      name,
      ...(connections ? { connections } : {}),
      loaded: http(cycle(variants.map(({ request }) => request))),
    })),
    ...writes.map(({ name, request }) => ({ name, loaded: { ...http(request), rest } })),
    ...works.map(({ name, rows, sluice }) => ({
      name,
      connections: [1],
      rounds: LONG_ROUNDS,
      loaded: { used, run: onceOver(rows, sluice), rest },
    })),
  ].filter(({ name }) => wanted(name));
}

/** Long work is done once, and counted by its rows. */
const onceOver = (rows: number, work: () => Promise<void>) => async () => {
  const begun = performance.now();
  await work();
  return { count: rows, seconds: (performance.now() - begun) / 1000, latencies: [] };
};

const HEAD = [
  "measure",
  "at once",
  "before per s",
  "after per s",
  "of before",
  "quartiles",
  "before work",
  "after work",
  "of work",
  "before p10",
  "after p10",
  "of p10",
] as const;
const lineOf = ([name = "", ...cells]: readonly string[]): string =>
  name.padEnd(43) + cells.map((cell) => cell.padStart(13)).join("");
const judged = (ratio: number): string =>
  Number.isNaN(ratio) ? "–" : `${fixed(ratio)} ${ratio >= KEPT ? "hit " : "MISS"}`;
const cellsOf = ({ name, connections, before, after, ratio, quartiles, workRatio, quickRatio }: Paired) => [
  name,
  String(connections),
  fixed(before.perSecond, 0),
  fixed(after.perSecond, 0),
  judged(ratio),
  quartiles.map((value) => fixed(value)).join("–"),
  fixed(before.work),
  fixed(after.work),
  judged(workRatio),
  fixed(before.p10),
  fixed(after.p10),
  judged(quickRatio),
];
