import type { Readable } from "node:stream";
import type { Encoding } from "../shared/encodings.ts";

export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

/** The stream's text in pieces, without a byte order mark. A damaged place becomes U+FFFD. */
export async function* decodeText(stream: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const chunks = encoding === "utf-8" ? joinedSurrogates(chunksOf(stream)) : chunksOf(stream);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

const HIGH = 0xed;
const isHighHalf = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === HIGH && (bytes[at + 1] ?? 0) >= 0xa0 && (bytes[at + 1] ?? 0) <= 0xaf;
const isLowHalf = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === HIGH && (bytes[at + 1] ?? 0) >= 0xb0 && (bytes[at + 1] ?? 0) <= 0xbf;

/**
 * Old Java programs write a character beyond U+FFFF as two halves of three bytes each; joined, they are the
 * character that was meant.
 */
async function* joinedSurrogates(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const last = bytes.lastIndexOf(HIGH);
    // A pair is six bytes long: one that begins at the end of this piece waits for the next piece.
    const first =
      last >= 0 && bytes.length - last < 6 ? (isHighHalf(bytes, last - 3) ? last - 3 : last) : bytes.length;
    held = bytes.subarray(first);
    yield joinPairs(bytes.subarray(0, first));
  }
  if (held.length > 0) yield joinPairs(held);
}

function joinPairs(bytes: Uint8Array): Uint8Array {
  let at = bytes.indexOf(HIGH);
  if (at < 0) return bytes;
  let joined: Uint8Array | null = null;
  for (; at >= 0 && at + 6 <= bytes.length; at = bytes.indexOf(HIGH, at + 1)) {
    if (!isHighHalf(bytes, at) || !isLowHalf(bytes, at + 3)) continue;
    joined ??= Uint8Array.from(bytes);
    const half = (from: number): number => ((bytes[from + 1]! & 0x3f) << 6) | (bytes[from + 2]! & 0x3f);
    const point = 0x10000 + ((half(at) - 0x800) << 10) + (half(at + 3) - 0xc00);
    // Four bytes stand for the character; the two left over are a NUL each, which no text keeps.
    joined.set(
      [
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
        0,
        0,
      ],
      at,
    );
    at += 5;
  }
  return joined ? joined.filter((byte) => byte !== 0) : bytes;
}
