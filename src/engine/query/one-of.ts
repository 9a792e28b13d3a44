import type { Params } from "./params.ts";

/**
 * SQL that is true where `column` is one of the ids. A single one is compared by itself: of a statement kept under a name, the server keeps the plan of that, while
 * it takes a list of unknown length for ten and plans it anew each time.
 */
export const oneOf = (column: string, ids: readonly string[], params: Params): string => {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? `${column} = ${params.add(only, "uuid")}` : `${column} = any(${params.add(ids, "uuid[]")})`;
};
