import { namedMonth } from "./named-month.ts";

const ZONED =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)(?: ?\[[\w/+-]+\]| [A-Z]{3,4})?$/i;
/**
 * How browsers and mail programs write a moment: "Tue Mar 05 2024 08:00:00 GMT+0800 (…)", "Tue, 05 Mar 2024
 * 08:00:00 +0800".
 */
const SPELLED =
  /^(?:[a-z]{3}, )?(?:[a-z]{3} ([a-z]{3}) (\d\d) (\d{4})|(\d{1,2}) ([a-z]{3}) (\d{4})) (\d\d:\d\d:\d\d) (?:GMT|UTC)?([+-]\d{4})?(?: \(.+\))?$/i;

/** The same moment as ISO writes it; any other text as it is. */
function isoMoment(text: string): string {
  const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/i.exec(text);
  if (compact)
    return `${compact.slice(1, 4).join("-")}T${compact[4]}:${compact[5]}:${compact[6] ?? "00"}${compact[7]}`;
  const found = SPELLED.exec(text);
  if (!found) return text;
  const day = namedMonth(
    found[1] ? `${found[2]} ${found[1]} ${found[3]}` : `${found[4]} ${found[5]} ${found[6]}`,
  );
  return day === null ? text : `${day}T${found[7]}${found[8] ?? "Z"}`;
}

/**
 * A moment that says its zone, in UTC; undefined where the text is none, null where it is an impossible one.
 */
export function zonedIn(given: string): string | null | undefined {
  const text = isoMoment(given);
  const found = ZONED.exec(text);
  if (!found) return undefined;
  const zone = /^[zug]/i.test(found[3]!)
    ? "Z"
    : `${found[3]!.slice(0, 3)}:${found[3]!.slice(3).replace(":", "") || "00"}`;
  const at = Date.parse(`${found[1]}T${found[2]}${zone}`);
  if (Number.isNaN(at)) return null;
  const micro = /\.(\d{1,6})/.exec(text)?.[1]?.padEnd(6, "0") ?? "000000";
  return `${new Date(at).toISOString().slice(0, 19)}.${micro}Z`;
}
