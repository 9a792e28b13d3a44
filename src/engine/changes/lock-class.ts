import { createHash } from "node:crypto";

/**
 * The advisory lock class that writers of a schema's log hold; readers read below its low water (decision 8).
 * Positive 31 bits.
 */
export const lockClass = (schema: string): number =>
  createHash("sha256").update(`changes:${schema}`).digest().readUInt32BE(0) >>> 1;
