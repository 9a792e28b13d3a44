import { createHash } from "node:crypto";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { DemoRecord } from "./record.ts";

/**
 * The id of a record: a UUIDv7 of when it came to be, its rest made of its key. A load that was cut off finds
 * what it had written by it. `round`: how often the company is loaded with this; what was removed keeps its id.
 */
export function demoId({ key, at }: Pick<DemoRecord, "key" | "at">, round = 1): string {
  const story = round === 1 ? key : `${round} ${key}`;
  const digest = createHash("sha256").update(`sluice demo ${story}`).digest("hex");
  const time = Date.parse(at).toString(16).padStart(12, "0");
  const variant = ((Number.parseInt(digest.slice(3, 5), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(5, 7)}-${digest.slice(7, 19)}`;
}

/** Values with the keys that links name replaced by ids. Throws on a key that is nowhere. */
export function linked(values: Values, ids: ReadonlyMap<string, string>): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(value, ids)]));
}

function resolve(value: WireValue, ids: ReadonlyMap<string, string>): WireValue {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((one) => resolve(one, ids));
  const key = value["$ref"];
  if (typeof key !== "string") return linked({ ...value }, ids);
  const id = ids.get(key);
  if (!id) throw new Error(`the demo company names ${key}, which does not exist`);
  return id;
}
const isList = (value: object): value is readonly WireValue[] => Array.isArray(value);
