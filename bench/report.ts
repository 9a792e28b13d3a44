import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measure.ts";
import type { WhatIfMeasured } from "./what-if.ts";
import { verdictOf } from "./targets.ts";

export interface BenchResult {
  readonly date: string;
  readonly size: string;
  readonly machine: {
    readonly cores: number;
    readonly node: string;
    readonly postgres: string;
    /** Processes that wanted a core in the last minutes: far above `cores`, others were at work too. */ readonly load: number;
  };
  readonly seedRowsPerSecond: number | undefined;
  readonly startMs: number;
  readonly memoryMb: { readonly afterStart: number | undefined; readonly afterLoad: number | undefined; readonly inLongWork: number | undefined };
  /** Seconds to the first row of a list, the processor slowed down four times. */
  readonly interactiveSeconds: number | undefined;
  readonly whatIf: WhatIfMeasured | undefined;
  readonly firstLoadKb: { readonly gzip: number; readonly brotli: number | undefined } | undefined;
  readonly measures: readonly Measured[];
}
const HEAD = ["measure", "at once", "per s", "p50 ms", "p95 ms", "cpu ms", "bare per s", "bare cpu", "raw per s", "of bare", "of raw", "  target"];
const fixed = (value: number | undefined, digits = 2): string => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits));

export function lineOf(measured: Measured): readonly string[] {
  const { name, connections, sluice, bare, raw, toBare, toRaw } = measured;
  return [
    name,
    String(connections),
    fixed(sluice.perSecond, 0),
    fixed(sluice.p50),
    fixed(sluice.p95),
    fixed(sluice.cpu),
    fixed(bare.perSecond, 0),
    fixed(bare.cpu),
    fixed(raw.perSecond, 0),
    fixed(toBare),
    fixed(toRaw),
    `  ${verdictOf(measured)}`,
  ];
}
const WIDTHS = [44, 8, 8, 8, 8, 8, 11, 9, 10, 8, 7];
export const spell = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 8))).join("");
export const heading = (): string => spell(HEAD);

/** Everything once more, rounded, as bench/results/<date>-<size>.json. */
export function writeResult(folder: string, result: BenchResult): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${result.date.slice(0, 10)}-${result.size}.json`);
  const rounded = JSON.stringify(result, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(4)) : value), 2);
  writeFileSync(path, `${rounded}\n`);
  return path;
}
