const PARTS = /^(\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?Z$/;

/**
 * A moment in UTC with microseconds, as the database gives it, so that texts compare like moments.
 * @example toMicros("2026-03-01T08:00:00Z") // "2026-03-01T08:00:00.000000Z"
 */
export function toMicros(iso: string): string {
  const parts = PARTS.exec(iso) ?? PARTS.exec(new Date(iso).toISOString());
  if (!parts) throw new Error(`not a moment: ${iso}`);
  return `${parts[1]}.${(parts[2] ?? "").padEnd(6, "0")}Z`;
}

/** The next microsecond. */
export function microAfter(iso: string): string {
  const whole = toMicros(iso);
  const micros = Number(whole.slice(-7, -1)) + 1;
  if (micros < 1_000_000) return `${whole.slice(0, -7)}${String(micros).padStart(6, "0")}Z`;
  return toMicros(new Date(Date.parse(`${whole.slice(0, -8)}Z`) + 1000).toISOString());
}

export const laterOf = (a: string, b: string): string => (a > b ? a : b);
