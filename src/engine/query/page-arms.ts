import type { Params } from "../kernel/params.ts";
import type { SortKey } from "./sort-keys.ts";

/** Where the page before ended: the values of its sort keys as text, and its id. */
export interface Position {
  readonly values: readonly (string | null)[];
  readonly id: string;
}
/** A part of a page that one index walk can answer. */
export interface Arm {
  readonly where: string;
  readonly order: string;
}

/**
 * The arms whose union, in order, is the page after `position` (or the first). Each is a range on the keys,
 * so that page
 * 10,000 costs what page 1 costs; rows without a value form arms of their own, so a plain index (key, id)
 * serves both directions.
 */
function pageArms(
  params: Params,
  alias: string,
  keys: readonly SortKey[],
  position: Position | undefined,
): readonly Arm[] {
  if (position === undefined) return firstPage(alias, keys);
  const id = { place: params.add(position.id, "uuid"), column: `${alias}."id"` };
  const arms: Arm[] = [];
  const same: string[] = [];
  keys.forEach((key, at) => {
    const rest = keys.slice(at);
    const value = position.values[at] ?? null;
    const last = at === keys.length - 1;
    const after = key.descending ? "<" : ">";
    if (value === null) {
      if (last)
        arms.push(
          arm(alias, rest, [...same, `${key.sql} is null`, `${id.column} ${after} ${id.place}`], "null"),
        );
      same.push(`${key.sql} is null`);
      return;
    }
    const place = params.add(value, key.type);
    const beyond = last
      ? `(${key.sql}, ${id.column}) ${after} (${place}, ${id.place})`
      : `${key.sql} ${after} ${place}`;
    arms.push(arm(alias, rest, [...same, beyond], "value"));
    if (key.nullable) arms.push(arm(alias, rest, [...same, `${key.sql} is null`], "null"));
    same.push(`${key.sql} = ${place}`);
  });
  return keys.length === 0 ? [{ where: `${id.column} > ${id.place}`, order: `${id.column}` }] : arms;
}

/**
 * Rows that have a value of the only key, or those that have none: in this order the parts of a page. Both:
 * the whole of it.
 */
export type Part = "filled" | "empty" | "whole";
export interface PartOfPage {
  readonly arms: readonly Arm[];
  /**
   * Rows without a value follow, and are asked for only where these do not fill the page: planning them costs
   * as much as the others.
   */
  readonly isFollowed: boolean;
}

/** The arms that are asked in one statement. Only where there is a single key do they follow one another. */
export function partOfPage(
  params: Params,
  alias: string,
  keys: readonly SortKey[],
  position: Position | undefined,
  part: Part,
): PartOfPage {
  const [key] = keys;
  if (part === "empty" && key)
    return { arms: [arm(alias, keys, [`${key.sql} is null`], "null")], isFollowed: false };
  const arms = pageArms(params, alias, keys, position);
  const isFollowed = part === "filled" && keys.length === 1 && arms.length === 2;
  return { arms: isFollowed ? arms.slice(0, 1) : arms, isFollowed };
}

/** Descending by a key that may be missing: the rows that have it, then the rest. */
function firstPage(alias: string, keys: readonly SortKey[]): readonly Arm[] {
  const [key] = keys;
  if (key && keys.length === 1 && key.descending && key.nullable) {
    return [
      arm(alias, keys, [`${key.sql} is not null`], "value"),
      arm(alias, keys, [`${key.sql} is null`], "null"),
    ];
  }
  return [
    {
      where: "true",
      order: [...keys.map((each) => direction(each, each.sql)), idOrder(alias, keys)].join(", "),
    },
  ];
}

/**
 * `first` says what is known of the first key here: that it has a value (no nulls to place), or that it has
 * none (nothing to order by).
 */
function arm(
  alias: string,
  keys: readonly SortKey[],
  where: readonly string[],
  first: "value" | "null",
): Arm {
  const [head, ...rest] = keys;
  const led = head && first === "value" ? [`${head.sql}${head.descending ? " desc" : ""}`] : [];
  return {
    where: where.join(" and "),
    order: [...led, ...rest.map((key) => direction(key, key.sql)), idOrder(alias, keys)].join(", "),
  };
}

/** ORDER BY of one key: without a value last, whatever the direction (ascending does so by itself). */
export const direction = (key: SortKey, sql: string): string =>
  `${sql}${key.descending ? (key.nullable ? " desc nulls last" : " desc") : ""}`;
export const idOrder = (alias: string, keys: readonly SortKey[]): string =>
  `${alias}."id"${keys.at(-1)?.descending ? " desc" : ""}`;
