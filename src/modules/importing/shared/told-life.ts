import type { Values, WireValue } from "../../../shared/metadata/object.ts";

/**
 * The title of the column that holds a record's whole history, and the name under which a mapping speaks of
 * it.
 */
export const LIFE_TITLES = ["变更历史", "History"] as const;
export const LIFE = "history";

/** A record as somebody else may know it: by its id, else by its name. */
export interface NamedLink {
  readonly id: string;
  readonly name?: string;
  /** Of a link of several targets. */
  readonly object?: string;
}
/**
 * One state of a record's life: from when, in what it differed from what the row says, and which move began
 * it.
 */
export interface ToldState {
  /** ISO, to the microsecond. */
  readonly at: string;
  /** In wire form; links as `NamedLink`. */
  readonly values: Values;
  /** Absent: not known. */
  readonly by?: NamedLink | null;
  readonly reason?: string;
  readonly override?: string;
  readonly skipped?: readonly string[];
}
const MOST_STATES = 5000;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWire = (value: unknown): value is WireValue =>
  value === null ||
  ["string", "number", "boolean"].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isWire) : isMap(value) && Object.values(value).every(isWire));
const isValues = (value: unknown): value is Values => isMap(value) && isWire(value);
const isMoment = (value: unknown): value is string =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Tells whether a wire value is a link as a history spells it. */
export const isNamedLink = (
  value: WireValue | undefined,
): value is { readonly id: string; readonly name?: string; readonly object?: string } =>
  isMap(value) && typeof value["id"] === "string";

/** The history in a cell's text: one state for each change, oldest first. Null where it is no history. */
export function readLife(text: string): readonly ToldState[] | null {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(told) || told.length === 0 || told.length > MOST_STATES) return null;
  const life: ToldState[] = [];
  for (const state of told) {
    if (!isMap(state) || !isMoment(state["at"]) || (life.at(-1)?.at ?? "") >= micros(state["at"]))
      return null;
    const { set = {}, by, reason, override, skipped } = state;
    if (!isValues(set)) return null;
    const [why, passed] = [textIn(reason), textIn(override)];
    life.push({
      at: micros(state["at"]),
      values: set,
      ...(by === null ? { by } : isValues(by) && isNamedLink(by) ? { by } : {}),
      ...(why === undefined ? {} : { reason: why }),
      ...(passed === undefined ? {} : { override: passed }),
      ...(Array.isArray(skipped) ? { skipped: skipped.map(String) } : {}),
    });
  }
  return life;
}
const micros = (iso: string): string =>
  `${iso.slice(0, 19)}.${(/\.(\d{1,6})/.exec(iso)?.[1] ?? "").padEnd(6, "0")}Z`;

/** The history as a cell's text, which `readLife` reads again. */
export const printLife = (life: readonly ToldState[]): string =>
  JSON.stringify(
    life.map(({ at, values, ...move }) => ({
      at,
      ...(Object.keys(values).length > 0 ? { set: values } : {}),
      ...move,
    })),
  );
