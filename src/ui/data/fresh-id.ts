/** An id of a part of a definition: unique, and telling what it is of. */
export const freshId = (prefix: string): string => `${prefix}_${crypto.randomUUID().slice(0, 8)}`;
