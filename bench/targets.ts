import type { Measured } from "./measure.ts";

/** What is promised of a measure; the first whose name the measure's begins with holds. */
interface Target {
  readonly name: RegExp;
  /** Part of the plain design's throughput, one at a time and sixteen at once. */
  readonly toPlain?: readonly [number, number];
  readonly toRaw?: number;
  readonly perSecond?: number;
  /** Milliseconds, with so many at once. */
  readonly p95?: { readonly most: number; readonly connections: 1 | 16 };
}
const TARGETS: readonly Target[] = [
  { name: /^get$/, toPlain: [0.45, 0.45] },
  { name: /^list-50 (own|subtree|all), of /, toPlain: [0.5, 0.5], p95: { most: 80, connections: 16 } },
  { name: /^page 10,000/, toPlain: [0.6, 0.6] },
  { name: /^search/, p95: { most: 30, connections: 1 } },
  { name: /^create/, toPlain: [0.2, 0.12] },
  { name: /^PATCH/, toPlain: [0.3, 0.22] },
  { name: /^move/, toPlain: [0.18, 0.12] },
  { name: /^as-of list/, p95: { most: 50, connections: 1 } },
  { name: /^as-of board/, toRaw: 1 / 3 },
  { name: /^board/, toRaw: 5 },
  { name: /^import/, perSecond: 2500 },
];
export function verdictOf({ name, connections, sluice, toPlain, toRaw }: Measured): string {
  const target = TARGETS.find((one) => one.name.test(name));
  if (!target) return "";
  const asked: (readonly [string, boolean])[] = [];
  const part = target.toPlain?.[connections === 1 ? 0 : 1];
  if (part !== undefined && toPlain !== undefined) asked.push([`≥ ${part} of plain`, toPlain >= part]);
  if (target.toRaw !== undefined) asked.push([`≥ ${target.toRaw.toFixed(2)} of raw`, toRaw >= target.toRaw]);
  if (target.perSecond !== undefined)
    asked.push([`≥ ${target.perSecond} per s`, sluice.perSecond >= target.perSecond]);
  const { p95 } = target;
  if (p95?.connections === connections) asked.push([`p95 ≤ ${p95.most} ms`, sluice.p95 <= p95.most]);
  return asked.map(([text, passed]) => `${text}: ${passed ? "hit" : "MISS"}`).join(", ");
}
/** What does not stand in the table. */
export const LIMITS = { residentMb: 300, firstScriptKb: 300, whatIfSeconds: 5, diskKbPerDeal: 8 } as const;
export const judged = (value: number | undefined, most: number): string =>
  value === undefined
    ? "–"
    : `${value.toFixed(value < 10 ? 2 : 0)} (≤ ${most}: ${value <= most ? "hit" : "MISS"})`;
/** What is to be reached at least. */
export const LEAST = { movesOfOneKey: 200 } as const;
export const reached = (value: number, least: number): string =>
  `${value.toFixed(0)} (≥ ${least}: ${value >= least ? "hit" : "MISS"})`;
