import type { Measured } from "./measure.ts";

/** What is promised of a measure; the first whose name the measure's begins with holds. */
interface Target {
  readonly name: string;
  readonly toBare?: number;
  readonly toRaw?: number;
  readonly cpu?: number;
  /** Milliseconds, with so many at once. */
  readonly p95?: { readonly most: number; readonly connections: 1 | 16 };
}
const TARGETS: readonly Target[] = [
  { name: "get", toBare: 0.6, cpu: 0.5 },
  { name: "as-of list", p95: { most: 50, connections: 1 } },
  { name: "as-of board", toRaw: 1 / 3 },
  { name: "search", p95: { most: 30, connections: 1 } },
  { name: "board", toRaw: 5 },
  { name: "list-50", toBare: 0.6, cpu: 1.5, p95: { most: 50, connections: 16 } },
  { name: "create", toBare: 0.35 },
  { name: "move", toBare: 0.35 },
];
export function verdictOf({ name, connections, sluice, toBare, toRaw }: Measured): string {
  const target = TARGETS.find((one) => name.startsWith(one.name));
  if (!target) return "";
  const asked: (readonly [string, boolean])[] = [];
  if (target.toBare !== undefined) asked.push([`≥ ${target.toBare} of bare`, toBare >= target.toBare]);
  if (target.toRaw !== undefined) asked.push([`≥ ${target.toRaw.toFixed(2)} of raw`, toRaw >= target.toRaw]);
  if (target.cpu !== undefined && sluice.cpu !== undefined) asked.push([`≤ ${target.cpu} ms cpu`, sluice.cpu <= target.cpu]);
  const { p95 } = target;
  if (p95?.connections === connections) asked.push([`p95 ≤ ${p95.most} ms`, sluice.p95 <= p95.most]);
  return asked.map(([text, passed]) => `${text}: ${passed ? "pass" : "MISS"}`).join(", ");
}
/** What does not stand in the table. */
export const LIMITS = { residentMb: 300, firstScriptKb: 300, whatIfSeconds: 5 } as const;
export const judged = (value: number | undefined, most: number): string =>
  value === undefined ? "–" : `${value.toFixed(value < 10 ? 2 : 0)} (≤ ${most}: ${value <= most ? "pass" : "MISS"})`;
