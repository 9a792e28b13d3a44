/**
 * SQL that is true for log lines `alias` that a cause wrote, those of its undo among them. `object` and `id`
 * are the places of its name.
 */
export const isCaused = (alias: string, object: string, id: string): string =>
  `(${alias}.note -> 'cause' ->> 'object' = ${object} and ${alias}.note -> 'cause' ->> 'id' = ${id})`;

/** What the cause of a line says which fills links again that a deletion had emptied. */
export const REFILLED = "undo_links";

/** SQL that is true for log lines which reverted what their cause wrote. */
export const isUndo = (alias: string): string =>
  `coalesce(${alias}.note -> 'cause' ->> 'note' in ('undo', '${REFILLED}'), false)`;
