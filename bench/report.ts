import type { BalancesMeasured } from "./balance-moves.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measure.ts";
import type { LevelsMeasured } from "./service-levels.ts";
import type { WhatIfMeasured } from "./what-if.ts";
import { verdictOf } from "./targets.ts";
import type { Weighed } from "./weigh-page.ts";

export interface BenchResult {
  readonly date: string;
  readonly size: string;
  readonly machine: {
    readonly cores: number;
    readonly node: string;
    readonly postgres: string;
    /** Processes that wanted a core in the last minutes: far above `cores`, others were at work too. */ readonly load: number;
  };
  readonly diskKbPerDeal: number | undefined;
  readonly seedRowsPerSecond: number | undefined;
  readonly startMs: number;
  readonly memoryMb: {
    readonly afterStart: number | undefined;
    readonly afterLoad: number | undefined;
    readonly inLongWork: number | undefined;
  };
  /** Seconds until a list can be used, the processor slowed down four times. */
  readonly interactiveSeconds: number | undefined;
  readonly weight: readonly Weighed[] | undefined;
  readonly whatIf: WhatIfMeasured | undefined;
  readonly balances: BalancesMeasured | undefined;
  readonly levels: LevelsMeasured | undefined;
  readonly firstLoadKb: { readonly gzip: number; readonly brotli: number | undefined } | undefined;
  readonly measures: readonly Measured[];
}
const HEAD = [
  "measure",
  "at once",
  "per s",
  "p50 ms",
  "p95 ms",
  "cpu ms",
  "plain per s",
  "plain p95",
  "bare per s",
  "raw per s",
  "of plain",
  "of bare",
  "of raw",
  "  target",
];
export const fixed = (value: number | undefined, digits = 2): string =>
  value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits);

export function lineOf(measured: Measured): readonly string[] {
  const { name, connections, sluice, plain, bare, raw, toPlain, toBare, toRaw } = measured;
  return [
    name,
    String(connections),
    fixed(sluice.perSecond, 0),
    fixed(sluice.p50),
    fixed(sluice.p95),
    fixed(sluice.cpu),
    fixed(plain?.perSecond, 0),
    fixed(plain?.p95),
    fixed(bare.perSecond, 0),
    fixed(raw.perSecond, 0),
    fixed(toPlain),
    fixed(toBare),
    fixed(toRaw),
    `  ${verdictOf(measured)}`,
  ];
}
const WIDTHS = [42, 8, 7, 8, 8, 7, 12, 10, 11, 10, 9, 8, 7];
export const spell = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 8))).join("");
export const heading = (): string => spell(HEAD);

/** Everything once more, rounded, as bench/results/<name>-<size>.json. */
export function writeResult(folder: string, name: string, result: { readonly size: string }): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}-${result.size}.json`);
  const rounded = JSON.stringify(
    result,
    (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(4)) : value),
    2,
  );
  writeFileSync(path, `${rounded}\n`);
  return path;
}
