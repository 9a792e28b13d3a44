import { isAscii, isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import type { Encoding } from "../shared/encodings.ts";
import { chunksOf } from "./decode-text.ts";
import { weighLegacy } from "./weigh-legacy.ts";

const SAMPLE = 256 * 1024;
const ENOUGH = 100_000;

/**
 * Reads the whole stream once and decides by evidence: a mark at the beginning, NUL bytes at every second
 * place (UTF-16), valid UTF-8, many valid UTF-8 sequences beside few broken ones, else whichever of GB18030,
 * Big5 and Windows-1252 makes likely text. Null: bytes that are no text.
 */
export async function detectEncoding(stream: Readable): Promise<Encoding | null> {
  const utf8 = new Utf8Count();
  const sample: Uint8Array[] = [];
  let [size, isFirst] = [0, true];
  for await (const chunk of chunksOf(stream)) {
    if (isFirst) {
      isFirst = false;
      const decided = decidedByHead(chunk);
      if (decided !== undefined) return decided;
    }
    utf8.add(chunk);
    if (utf8.isHopeless() && size >= SAMPLE) break;
    if (size < SAMPLE && !isAscii(chunk)) {
      sample.push(chunk.slice(0, SAMPLE - size));
      size += chunk.length;
    }
  }
  if (utf8.looksRight()) return "utf-8";
  return weighLegacy(Buffer.concat(sample));
}

/** What the first bytes tell: an encoding, null for no text at all, undefined where the rest must be seen. */
function decidedByHead(head: Uint8Array): Encoding | null | undefined {
  // UTF-32, which no program writes tables in and nothing here reads.
  if (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  const start = head.subarray(0, 4000);
  if (start.includes(0))
    return (["utf-16le", "utf-16be"] as const).find((encoding) => isWideText(start, encoding)) ?? null;
  const controls = start.reduce((count, byte) => count + (byte < 0x20 && !isBreak(byte) ? 1 : 0), 0);
  return controls > start.length * 0.02 ? null : undefined;
}
/** Tab, line breaks, and the end-of-file sign of old programs. */
const isBreak = (byte: number): boolean => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a;

/** Nearly all of it is ASCII, Latin, Chinese or a full-width sign. */
function isWideText(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length & ~1));
  if (text.length < 4) return false;
  const known =
    text.match(
      /[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u203a\u20ac\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]/g,
    )?.length ?? 0;
  return known > text.length * 0.95 && /[\t\n\r,;|\x20-\x7e]/.test(text);
}

/** Counts valid and broken sequences of several bytes, across the edges of pieces. */
class Utf8Count {
  #valid = 0;
  #broken = 0;
  #held: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    const bytes = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk;
    let end = bytes.length;
    // The last character may go on in the next piece.
    for (let back = 1; back <= 3 && back <= bytes.length; back++) {
      const byte = bytes[bytes.length - back]!;
      if (byte < 0x80) break;
      if (byte < 0xc0) continue;
      if (lengthOf(byte) > back) end = bytes.length - back;
      break;
    }
    this.#held = bytes.slice(end);
    this.#count(bytes.subarray(0, end));
  }

  #count(bytes: Uint8Array): void {
    if (this.#broken === 0 && isUtf8(bytes)) {
      // Its number only matters beside broken ones; a sample of what is valid is enough.
      if (this.#valid < ENOUGH) this.#valid += sequencesIn(bytes.subarray(0, 8192)).valid;
      return;
    }
    const { valid, broken } = sequencesIn(bytes);
    this.#valid += valid;
    this.#broken += broken;
  }

  /** So much is broken that the rest cannot change the answer. */
  isHopeless(): boolean {
    return this.#broken > ENOUGH && this.#valid < this.#broken;
  }
  /** Text in another encoding makes next to no valid sequences; damaged UTF-8 is full of them. */
  looksRight(): boolean {
    const cutOff = this.#held.length > 0 ? 1 : 0;
    const broken = this.#broken + cutOff;
    return broken === 0 || this.#valid > 2 * broken;
  }
}

const lengthOf = (lead: number): number =>
  lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
function sequencesIn(bytes: Uint8Array): { readonly valid: number; readonly broken: number } {
  let [valid, broken] = [0, 0];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOf(lead);
    let follow = 1;
    while (follow < length && (bytes[at + follow] ?? 0) >= 0x80 && (bytes[at + follow] ?? 0) < 0xc0)
      follow += 1;
    if (length > 1 && follow === length) valid += 1;
    else broken += 1;
    at += follow;
  }
  return { valid, broken };
}
