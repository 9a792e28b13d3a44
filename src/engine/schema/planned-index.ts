import { ident } from "../../platform/db/database.ts";

export interface PlannedIndex {
  readonly name: string;
  readonly table: string;
  /** What follows the table's name. */
  readonly body: string;
  readonly unique: boolean;
}

/** Plans an index of an object: of its rows where no other table is named. */
export type On = (suffix: string, body: string, options?: { on?: string }) => PlannedIndex;

/** PostgreSQL keeps 63 characters: long names end in a digest of the whole. */
export function indexName(object: string, suffix: string): string {
  const whole = `${object}__${suffix}`;
  if (whole.length <= 60) return whole;
  let hash = 5381;
  for (const char of whole) hash = (hash * 33 + (char.codePointAt(0) ?? 0)) >>> 0;
  return `${whole.slice(0, 50)}_${hash.toString(36)}`;
}

/** Columns as an index lists them. */
export const columnList = (columns: readonly string[]): string => columns.map(ident).join(", ");
