import type { Params } from "../kernel/params.ts";

/**
 * SQL that is true where `column` is one of the ids. A single one is compared by itself: of a statement kept
 * under a name, the server keeps the plan of that, while it takes a list of unknown length for ten and plans
 * it anew each time.
 */
export const oneOf = (column: string, ids: readonly string[], params: Params): string => {
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? `${column} = ${params.add(only, "uuid")}`
    : `${column} = any(${params.add(ids, "uuid[]")})`;
};

/**
 * The same as a list (SQL), for conditions that need one: a single id stands in it by itself, so that what is
 * kept under a name is planned for one.
 */
export const listOf = (ids: readonly string[], params: Params): string => {
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? `array[${params.add(only, "uuid")}]`
    : params.add(ids, "uuid[]");
};
