import type { ChildServer } from "./child-server.ts";
import { type Load, loadLoop } from "./http-load.ts";

/** One of those that are compared: runs for some seconds over some connections. */
export type Runner = (connections: number, seconds: number) => Promise<Load>;
export interface Contender {
  readonly run: Runner;
  readonly process?: ChildServer;
}
export interface Measure {
  readonly name: string;
  readonly sluice: Contender;
  /** The same question to the plain design; absent where it has no answer to it. */
  readonly plain?: Contender;
  readonly bare: Contender;
  /** The same SQL over `pg` with nothing around it. */
  readonly raw: Contender;
  /** At how many connections at once; 1 and 16 unless told. */
  readonly connections?: readonly number[];
}
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor time per operation of the serving process. */
  readonly cpu: number | undefined;
}
export interface Measured {
  readonly name: string;
  readonly connections: number;
  readonly sluice: Figures;
  readonly plain?: Figures;
  readonly bare: Figures;
  readonly raw: Figures;
  /** Throughput of Sluice over the others', median of the rounds. */
  readonly toPlain?: number;
  readonly toBare: number;
  readonly toRaw: number;
}
const KINDS = ["sluice", "plain", "bare", "raw"] as const;
type Kind = (typeof KINDS)[number];

/**
 * Rounds in which all take turns, so that what else the machine does meets them alike. The first, shorter
 * round only warms up.
 */
export async function measure(
  one: Measure,
  connections: number,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Measured> {
  const all: Record<Kind, Figures[]> = { sluice: [], plain: [], bare: [], raw: [] };
  const turn = async (length: number): Promise<void> => {
    for (const kind of KINDS) {
      const contender = one[kind];
      if (contender) all[kind].push(await figuresOf(contender, connections, length));
    }
  };
  await turn(seconds / 2);
  for (const kind of KINDS) all[kind] = [];
  for (let round = 0; round < rounds; round += 1) await turn(seconds);
  const ratio = (other: Kind): number =>
    median(all.sluice.map(({ perSecond }, round) => perSecond / (all[other][round]?.perSecond ?? 1)));
  return {
    name: one.name,
    connections,
    sluice: middle(all.sluice),
    ...(one.plain ? { plain: middle(all.plain), toPlain: ratio("plain") } : {}),
    bare: middle(all.bare),
    raw: middle(all.raw),
    toBare: ratio("bare"),
    toRaw: ratio("raw"),
  };
}

async function figuresOf(
  { run, process }: Contender,
  connections: number,
  seconds: number,
): Promise<Figures> {
  const before = process?.cpuMs();
  const { count, seconds: took, latencies } = await run(connections, seconds);
  const after = process?.cpuMs();
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return {
    perSecond: count / took,
    p50: at(0.5),
    p95: at(0.95),
    cpu: before === undefined || after === undefined ? undefined : (after - before) / Math.max(1, count),
  };
}

const middle = (all: readonly Figures[]): Figures => {
  const cpu = all.flatMap((one) => one.cpu ?? []);
  return {
    perSecond: median(all.map((one) => one.perSecond)),
    p50: median(all.map((one) => one.p50)),
    p95: median(all.map((one) => one.p95)),
    cpu: cpu.length > 0 ? median(cpu) : undefined,
  };
};
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] ?? Number.NaN)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/** Statements over a pool, as many at once as there are connections. */
export const rawRunner =
  (ask: () => Promise<unknown>): Runner =>
  (connections, seconds) =>
    loadLoop(connections, seconds, async () => {
      await ask();
      return true;
    });
