// Making a formatter costs a hundred times what using it does; the entries never change and there are only
// some 400 zones.
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** Whether this is an IANA zone that the platform knows, e.g. "Asia/Shanghai". */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The wall clock of a zone at `ms`, as if it were UTC, in ms (whole seconds). Throws RangeError on an unknown
 * zone or moment.
 */
export function clockAt(ms: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) part[type] = value;
  const year = part["era"] === "BC" ? 1 - Number(part["year"]) : Number(part["year"]);
  const clock = new Date(0);
  clock.setUTCFullYear(year, Number(part["month"]) - 1, Number(part["day"]));
  clock.setUTCHours(Number(part["hour"]), Number(part["minute"]), Number(part["second"]));
  return clock.getTime();
}
