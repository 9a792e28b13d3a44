/**
 * Where two JSON values differ, each a line: the place, what was there, what is there. Places leave out the
 * numbers of lists. @example differences({a: [1]}, {a: [2]}) // ["a.*: 1 → 2"]
 */
export function differences(before: unknown, now: unknown, place = ""): readonly string[] {
  if (Object.is(before, now)) return [];
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length)
    return before.flatMap((one, at) => differences(one, now[at], under(place, "*")));
  if (isMap(before) && isMap(now))
    return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) =>
      differences(before[key], now[key], under(place, key)),
    );
  return [`${place}: ${said(before)} → ${said(now)}`];
}
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const under = (place: string, key: string): string => (place === "" ? key : `${place}.${key}`);
const said = (value: unknown): string => JSON.stringify(value)?.slice(0, 300) ?? "nothing";
