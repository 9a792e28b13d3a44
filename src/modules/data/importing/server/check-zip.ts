import { createInflateRaw } from "node:zlib";
import { BrokenFile } from "./sheet.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}
const MAX_ENTRIES = 10_000;

/** The central directory of a zip; null when there is none that makes sense. */
export function zipEntries(zip: Buffer): ZipEntry[] | null {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length) return null;
  const [count, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < Math.min(count, MAX_ENTRIES);) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      compressed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

export interface InflateLimits {
  readonly bytes: number;
  /** Longest text between two tags. */
  readonly run?: number;
}
const TAG = "<".charCodeAt(0);

/**
 * Unpacks an entry piece by piece; throws `BrokenFile` beyond the limits, whatever the directory claims, and
 * where the file is damaged.
 */
export async function* unpackEntry(
  zip: Buffer,
  entry: ZipEntry,
  limits: InflateLimits,
): AsyncGenerator<Buffer> {
  if (entry.offset + 30 > zip.length || zip.readUInt32LE(entry.offset) !== 0x04034b50)
    throw new BrokenFile("damaged_archive");
  if (entry.method !== 0 && entry.method !== 8) throw new BrokenFile("damaged_archive");
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.compressed);
  let [size, run] = [0, 0];
  for await (const chunk of entry.method === 0 ? slices(packed) : inflated(packed)) {
    size += chunk.length;
    const tag = chunk.lastIndexOf(TAG);
    run = tag < 0 ? run + chunk.length : chunk.length - tag;
    if (size > limits.bytes || run > (limits.run ?? limits.bytes)) throw new BrokenFile("unpacks_too_large");
    yield chunk;
  }
  if (size < entry.size) throw new BrokenFile("damaged_archive");
}
function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 131_072 });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk;
  } catch {
    throw new BrokenFile("damaged_archive");
  } finally {
    inflate.destroy();
  }
}

/** The whole of an entry. */
export async function unpackWhole(zip: Buffer, entry: ZipEntry, limits: InflateLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpackEntry(zip, entry, limits)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
