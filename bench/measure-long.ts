import type { Contenders } from "./contenders.ts";
import type { LongWork } from "./long-work.ts";
import { type Measured, median } from "./measure.ts";

export interface LongMeasured extends Measured {
  /** Megabytes that the server held at most while at it. */
  readonly peakMb: number | undefined;
}

export async function measureLong(
  work: LongWork,
  { sluice }: Contenders,
  rounds: number,
): Promise<LongMeasured> {
  const rates = { sluice: [] as number[], bare: [] as number[], raw: [] as number[], cpu: [] as number[] };
  let peak: number | undefined;
  const watch = setInterval(() => (peak = Math.max(peak ?? 0, sluice.memory() ?? 0)), 100);
  const rate = async (done: () => Promise<void>): Promise<number> => {
    const from = performance.now();
    await done();
    return (work.rows / (performance.now() - from)) * 1000;
  };
  for (let round = 0; round < rounds; round += 1) {
    const before = sluice.cpuMs();
    rates.sluice.push(await rate(work.sluice));
    const after = sluice.cpuMs();
    if (before !== undefined && after !== undefined) rates.cpu.push((after - before) / work.rows);
    if (work.bare) rates.bare.push(await rate(work.bare));
    if (work.raw) rates.raw.push(await rate(work.raw));
  }
  clearInterval(watch);
  const figures = (perSecond: number, cpu?: number) => ({ perSecond, p50: Number.NaN, p95: Number.NaN, cpu });
  const [ours, bare, raw] = [rates.sluice, rates.bare, rates.raw].map((found) =>
    found.length > 0 ? median(found) : Number.NaN,
  ) as [number, number, number];
  const own = figures(ours, rates.cpu.length > 0 ? median(rates.cpu) : undefined);
  return {
    name: work.name,
    connections: 1,
    sluice: own,
    bare: figures(bare),
    raw: figures(raw),
    toBare: ours / bare,
    toRaw: ours / raw,
    peakMb: peak,
  };
}
