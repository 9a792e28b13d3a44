import type { Load } from "./http-load.ts";
import { median, type Runner } from "./measure.ts";
import { type ProcessorTimes, usedBetween } from "./processor-time.ts";
import { type Version, VERSIONS } from "./two-versions.ts";

/** The same load on one of the two versions. */
export interface Loaded {
  readonly run: Runner;
  /** Of the program and its PostgreSQL. */
  readonly used: () => ProcessorTimes;
  /** Waits until what its writes have set off is done, so that it does not weigh on the other version. */
  readonly rest?: () => Promise<void>;
}
export interface PairedMeasure {
  readonly name: string;
  readonly sides: Readonly<Record<Version, Loaded>>;
  readonly connections?: readonly number[];
  /** How often it is repeated, where that is told. */
  readonly rounds?: number;
}
export interface Side {
  readonly perSecond: number;
  /** A tenth was at least as quick: what it takes when nobody disturbs. */
  readonly p10: number;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor time per operation, of program and PostgreSQL, with what it has set off. */
  readonly work: number;
}
export interface Paired {
  readonly name: string;
  readonly connections: number;
  readonly before: Side;
  readonly after: Side;
  /** Throughput after by that before: median of the rounds, and its quartiles. */
  readonly ratio: number;
  readonly quartiles: readonly [number, number];
  /** Work before by work after: whatever else keeps the machine busy does not stand in it. */
  readonly workRatio: number;
  /** The undisturbed wait before by that after; of long work there is none. */
  readonly quickRatio: number;
}

/** Short rounds in which the two take turns, each first in every other. The first, shorter one only warms up. */
export async function measurePair(
  { name, sides, rounds: own }: PairedMeasure,
  connections: number,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Paired> {
  const all: Record<Version, Turn[]> = { before: [], after: [] };
  if (!own) for (const version of VERSIONS) await turnOf(sides[version], connections, seconds / 2);
  for (let round = 0; round < (own ?? rounds); round += 1)
    for (const version of round % 2 === 0 ? VERSIONS : VERSIONS.toReversed())
      all[version].push(await turnOf(sides[version], connections, seconds));
  const ratios = all.after
    .map((turn, round) => rateOf(turn) / rateOf(all.before[round] ?? turn))
    .toSorted((a, b) => a - b);
  const at = (part: number): number => ratios[Math.round((ratios.length - 1) * part)] ?? Number.NaN;
  const [before, after] = [sideOf(all.before), sideOf(all.after)];
  return {
    name,
    connections,
    before,
    after,
    ratio: median(ratios),
    quartiles: [at(0.25), at(0.75)],
    workRatio: before.work / after.work,
    quickRatio: before.p10 / after.p10,
  };
}

type Turn = Load & { readonly used: number };
async function turnOf({ run, used, rest }: Loaded, connections: number, seconds: number): Promise<Turn> {
  const from = used();
  const load = await run(connections, seconds);
  await rest?.();
  return { ...load, used: usedBetween(from, used()) };
}

const rateOf = ({ count, seconds }: Turn): number => count / seconds;
function sideOf(turns: readonly Turn[]): Side {
  const waits = turns.flatMap(({ latencies }) => latencies).toSorted((a, b) => a - b);
  const at = (part: number): number => waits[Math.floor(waits.length * part)] ?? Number.NaN;
  const sum = (of: (turn: Turn) => number): number => turns.reduce((all, turn) => all + of(turn), 0);
  return {
    perSecond: median(turns.map(rateOf)),
    p10: at(0.1),
    p50: at(0.5),
    p95: at(0.95),
    work: sum(({ used }) => used) / sum(({ count }) => count),
  };
}
