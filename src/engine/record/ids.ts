import { DAY_MS } from "../../shared/time/dates.ts";
import { randomBytes } from "node:crypto";

let last = 0n;
/** A UUIDv7; ids made by one process rise. */
export function newId(now = Date.now()): string {
  const random = randomBytes(10);
  let head = (BigInt(now) << 12n) | BigInt(random.readUInt16BE(0) & 0x0fff);
  if (head <= last) head = last + 1n;
  last = head;
  const time = (head >> 12n).toString(16).padStart(12, "0");
  const counter = (head & 0xfffn).toString(16).padStart(3, "0");
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  const tail = random.subarray(2).toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** Chosen ids are UUIDv7 within 30 days past and 5 minutes ahead (decision 6). */
export function isAcceptableId(id: string, now: number): boolean {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(id)) return false;
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return made >= now - 30 * DAY_MS && made <= now + 300_000;
}
