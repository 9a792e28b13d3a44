import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { textOrNull } from "../../../../shared/metadata/wire-value.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import {
  anyValue,
  list,
  object,
  optional,
  shaped,
  text,
  values,
  type Static,
} from "../../../../shared/wire/schema.ts";

/**
 * The title of the column that holds a record's whole history, and the name under which a mapping speaks of
 * it.
 */
export const LIFE_TITLES = ["变更历史", "History"] as const;
export const LIFE = "history";

const NamedLink = object({
  id: text(),
  name: optional(text()),
  /** Of a link of several targets. */
  object: optional(text()),
});
/** A record as somebody else may know it: by its id, else by its name. */
export type NamedLink = Readonly<Static<typeof NamedLink>>;
/**
 * One state of a record's life: from when, in what it differed from what the row says, and which move began
 * it.
 */
export interface ImportedState {
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
/** What must be told of a state; who moved it and why is taken where it can be read. */
const Told = list(
  object({
    at: text({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z$" }),
    set: optional(values()),
    by: optional(anyValue()),
    reason: optional(anyValue()),
    override: optional(anyValue()),
    skipped: optional(anyValue()),
  }),
  { minItems: 1, maxItems: 5000 },
);
const Names = list(anyValue());
const LinkById = shaped<NamedLink>(object({ id: text() }));

/** Tells whether a wire value is a link as a history spells it. */
export const isNamedLink = (value: WireValue | undefined): value is NamedLink => fits(LinkById, value);

/** The history in a cell's text: one state for each change, oldest first. Null where it is no history. */
export function readLife(text: string): readonly ImportedState[] | null {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return null;
  }
  if (!fits(Told, told)) return null;
  const life: ImportedState[] = [];
  for (const { at, set = {}, by, reason, override, skipped } of told) {
    if (Number.isNaN(Date.parse(at)) || (life.at(-1)?.at ?? "") >= micros(at)) return null;
    const [why, passed] = [textOrNull(reason), textOrNull(override)];
    life.push({
      at: micros(at),
      values: set,
      ...(by === null || isNamedLink(by) ? { by } : {}),
      ...(why === null ? {} : { reason: why }),
      ...(passed === null ? {} : { override: passed }),
      ...(fits(Names, skipped) ? { skipped: skipped.map(String) } : {}),
    });
  }
  return life;
}
const micros = (iso: string): string =>
  `${iso.slice(0, 19)}.${(/\.(\d{1,6})/.exec(iso)?.[1] ?? "").padEnd(6, "0")}Z`;

/** The history as a cell's text, which `readLife` reads again. */
export const printLife = (life: readonly ImportedState[]): string =>
  JSON.stringify(
    life.map(({ at, values, ...move }) => ({
      at,
      ...(Object.keys(values).length > 0 ? { set: values } : {}),
      ...move,
    })),
  );
