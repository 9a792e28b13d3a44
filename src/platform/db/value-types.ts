import pg from "pg";

type Parse = (text: string) => unknown;

const TIMESTAMPTZ = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00(?::?00)?$/;
/**
 * By how many characters a moment of four-digit years is shorter than one with all its microseconds: what it
 * lacks.
 */
const LACKS: readonly (string | undefined)[] = ["", "0", "00", "000", "0000", "00000", undefined, ".000000"];
const FULL = "2026-01-02 03:04:05.123456+00".length;

/**
 * "2026-01-02 03:04:05.1+00" (DateStyle ISO, session in UTC) → "2026-01-02T03:04:05.100000Z"; infinity and
 * years BC stay as PostgreSQL writes them.
 */
export function instantOf(text: string): string {
  const lacks = text[10] === " " && text.endsWith("+00") ? LACKS[FULL - text.length] : undefined;
  if (lacks !== undefined) return `${text.slice(0, 10)}T${text.slice(11, -3)}${lacks}Z`;
  const parts = TIMESTAMPTZ.exec(text);
  return parts ? `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(6, "0")}Z` : text;
}

const same: Parse = (text) => text;
const splitArray = pg.types.getTypeParser(1009 as never) as (text: string) => NestedText;
type NestedText = readonly (string | null | NestedText)[];

const arrayOf = (parse: Parse): Parse => {
  const deep = (items: NestedText): unknown[] =>
    items.map((item) => (item === null ? null : typeof item === "string" ? parse(item) : deep(item)));
  return (text) => deep(splitArray(text));
};

/** Type oid → how its text becomes a value. What is not here is parsed by the driver's own table. */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [20, Number], // int8
  [1016, arrayOf(Number)],
  [1700, same], // numeric
  [1231, arrayOf(same)],
  [1082, same], // date
  [1182, arrayOf(same)],
  [1184, instantOf], // timestamptz
  [1185, arrayOf(instantOf)],
  [1114, same], // timestamp
  [1115, arrayOf(same)],
  [1186, same], // interval
  [199, arrayOf(JSON.parse)],
  [3807, arrayOf(JSON.parse)],
]);

/** The driver's `types` option: see the list in database.ts. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && PARSERS.get(oid)) ||
    pg.types.getTypeParser(oid as never, format as never)) as typeof pg.types.getTypeParser,
};

/** The value of a column's text, by the oid of its type. */
export const valueOf = (type: number, text: string): unknown =>
  (valueTypes.getTypeParser(type, "text") as Parse)(text);
