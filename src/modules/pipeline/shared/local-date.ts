const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of a moment in a zone. @example localDate("2026-01-31T18:00:00Z", "Asia/Shanghai") // "2026-02-01" */
export function localDate(moment: string, zone: string): string {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(zone, known);
  return known.format(new Date(moment));
}
