import { createHash, createHmac } from "node:crypto";
import type { WireValue } from "../../../../shared/metadata/object.ts";

/** A row of one of the two logs: what is always kept, and the values that an erasure may take. */
export interface SealedRow {
  readonly position: number;
  /** In the order that the format names. */
  readonly header: readonly (string | number | null)[];
  /** By path, e.g. "after.mobile". */
  readonly values: ReadonlyMap<string, WireValue>;
  readonly salt: string | null;
  readonly kept: Kept | null;
}
/**
 * After an erasure the salt of the row is gone: the values that stay have a salt of their own, those taken
 * only their digest.
 */
export type Kept = Readonly<
  Record<string, { readonly salt: string } | { readonly digest: string; readonly erasure: string }>
>;

/** JSON with the keys of objects in order of their code units and no spaces: one text for one value. */
export const canonical = (value: WireValue): string =>
  JSON.stringify(value, (_, part: WireValue) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export const sha256 = (content: string | Buffer): Buffer => createHash("sha256").update(content).digest();
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text, "utf8").digest();

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");
/** The salt of one value of a row. */
export const saltOf = (rowSalt: string, path: string): Buffer => hmac(bytesOf(rowSalt), path);
/** What the chain knows of a value. */
export const commitment = (salt: Buffer, value: WireValue): string =>
  hmac(salt, canonical(value)).toString("hex");

/**
 * The digest of a row; null when it cannot have one, its salt being gone without anything kept in its place.
 */
export function leafOf(row: SealedRow): Buffer | null {
  const commitments: [string, string][] = [];
  for (const path of [...row.values.keys()].toSorted()) {
    const value = row.values.get(path) ?? null;
    const kept = row.kept?.[path];
    if (kept && "digest" in kept) {
      // What was taken is empty: whoever writes something there has changed the log.
      if (value !== null) return null;
      commitments.push([path, kept.digest]);
      continue;
    }
    const salt = kept ? Buffer.from(kept.salt, "hex") : row.salt ? saltOf(row.salt, path) : null;
    if (!salt) return null;
    commitments.push([path, commitment(salt, value)]);
  }
  return sha256(canonical([...row.header, commitments]));
}

/** What stands beside a row once these values of it are taken. */
export function storedOf(row: SealedRow, taken: ReadonlySet<string>, erasure: string): Kept {
  const kept: Record<string, Kept[string]> = {};
  for (const [path, value] of row.values) {
    const known = row.kept?.[path];
    if (known && "digest" in known) kept[path] = known;
    else {
      const salt = known ? Buffer.from(known.salt, "hex") : saltOf(row.salt ?? "", path);
      kept[path] = taken.has(path)
        ? { digest: commitment(salt, value), erasure }
        : { salt: salt.toString("hex") };
    }
  }
  return kept;
}

export interface SealHeader {
  readonly number: number;
  readonly log: LogName;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly root: Buffer;
  readonly previous: Buffer;
  /** ISO, UTC, microseconds. */
  readonly at: string;
}
export type LogName = "changes" | "access_log";

export const rootOf = (leaves: readonly Buffer[]): Buffer => sha256(Buffer.concat([...leaves]));
export const sealDigest = ({ number, log, first, last, count, root, previous, at }: SealHeader): Buffer =>
  sha256(
    canonical([
      "sluice-seal-1",
      number,
      log,
      first,
      last,
      count,
      root.toString("hex"),
      previous.toString("hex"),
      at,
    ]),
  );

const DISTANCE = 4;
const SHORT = 8;
/** Names each row of a range by its distance from the first number and the beginning of its digest. */
export function leavesOf(
  first: number,
  rows: readonly { readonly position: number; readonly leaf: Buffer }[],
): Buffer {
  const whole = Buffer.alloc(rows.length * (DISTANCE + SHORT));
  rows.forEach(({ position, leaf }, index) => {
    whole.writeUInt32BE(position - first, index * (DISTANCE + SHORT));
    leaf.copy(whole, index * (DISTANCE + SHORT) + DISTANCE, 0, SHORT);
  });
  return whole;
}
export function readLeaves(first: number, leaves: Buffer): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at + DISTANCE + SHORT <= leaves.length; at += DISTANCE + SHORT)
    found.set(
      first + leaves.readUInt32BE(at),
      leaves.subarray(at + DISTANCE, at + DISTANCE + SHORT).toString("hex"),
    );
  return found;
}
export const shortOf = (leaf: Buffer): string => leaf.subarray(0, SHORT).toString("hex");
