import type { Weighed } from "./weigh-page.ts";

/** What a page may weigh, cold, and when it must be usable with a processor four times slower. */
interface WeightLimits {
  readonly scriptKb?: number;
  readonly scripts?: number;
  readonly requests?: number;
  readonly kb?: number;
  readonly asked?: number;
}
const LIMITS: Readonly<Record<string, WeightLimits>> = {
  list: { scriptKb: 240, scripts: 25, requests: 35, kb: 280 },
  record: { scriptKb: 260, requests: 40, asked: 6 },
  funnel: { scriptKb: 330 },
};
const SHIFT = 0.02;
const COLD_SECONDS = 2;
const WARM_SECONDS = 1.2;
const SLOW = 4;

const HEAD = [
  "page",
  "cpu",
  "load",
  "FCP s",
  "content",
  "usable",
  "work",
  "CLS",
  "requests",
  "scripts",
  "API",
  "KB",
  "JS KB",
  "API KB",
];
const WIDTHS = [9, 5, 6, 7, 9, 8, 7, 7, 10, 9, 5, 7, 7, 8];
const spell = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[at] ?? 8))).join("");
export const weightHeading = (): string => `${spell(HEAD)}   target`;

/** One line of the table. */
export function spellWeight(weighed: Weighed): string {
  const { page, slower, isWarm, firstPaint, content, interactive, work, shift, traffic } = weighed;
  const cells = [
    page,
    `1/${slower}`,
    isWarm ? "warm" : "cold",
    firstPaint.toFixed(2),
    content.toFixed(2),
    interactive.toFixed(2),
    work.toFixed(2),
    shift.toFixed(3),
    String(traffic.requests),
    String(traffic.scripts),
    String(traffic.asked),
    traffic.kb.toFixed(0),
    traffic.scriptKb.toFixed(0),
    traffic.apiKb.toFixed(0),
  ];
  return `${spell(cells)}   ${verdictOf(weighed)}`;
}

/** What was promised of it, and whether it holds. */
export function verdictOf({ page, slower, isWarm, interactive, shift, traffic }: Weighed): string {
  const seconds = isWarm ? WARM_SECONDS : COLD_SECONDS;
  const limits = isWarm ? {} : (LIMITS[page] ?? {});
  const judged: readonly (readonly [string, number, number | undefined])[] = [
    ["shift", shift, SHIFT],
    ["s", interactive, slower === SLOW ? seconds : undefined],
    ["KB of script", traffic.scriptKb, limits.scriptKb],
    ["scripts", traffic.scripts, limits.scripts],
    ["requests", traffic.requests, limits.requests],
    ["KB", traffic.kb, limits.kb],
    ["of the API", traffic.asked, limits.asked],
  ];
  return judged
    .flatMap(([what, value, most]) =>
      most === undefined ? [] : [`≤ ${most} ${what}: ${value <= most ? "hit" : "MISS"}`],
    )
    .join(", ");
}
