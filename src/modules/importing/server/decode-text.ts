import type { Readable } from "node:stream";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

/** Many zero bytes on one side of each pair: UTF-16 without a mark. */
function guessWide(head: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(head.length, 2000) / 2);
  if (pairs < 4) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < pairs; index++) {
    if (head[index * 2] === 0) even += 1;
    if (head[index * 2 + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.3 && even < pairs * 0.05 && isText(head, "utf-16le")) return "utf-16le";
  return even > pairs * 0.3 && odd < pairs * 0.05 && isText(head, "utf-16be") ? "utf-16be" : null;
}

const isControl = (character: string): boolean => character < " " && !"\t\n\v\f\r".includes(character);
/** No control characters but those that end lines and cells. */
const isText = (bytes: Uint8Array, encoding: Encoding): boolean =>
  !Array.from(new TextDecoder(encoding).decode(bytes.subarray(0, 2000))).some((character) => isControl(character) || character === "\ufffd");

/** Reads the whole stream once: a mark decides, else strict UTF-8, else GB18030 (which holds GBK and GB2312). Null: bytes that are no text. */
export async function detectEncoding(stream: Readable): Promise<Encoding | null> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const [chinese, state] = [new TextDecoder("gb18030", { fatal: true }), { utf8: true, gb: true, first: true }];
  for await (const chunk of chunksOf(stream)) {
    if (state.first) {
      state.first = false;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
      const wide = guessWide(chunk);
      if (wide) return wide;
      if (chunk.includes(0)) return null;
    }
    state.utf8 &&= tolerates(strict, chunk);
    state.gb &&= tolerates(chinese, chunk);
    if (!state.utf8 && !state.gb) return null;
  }
  if (state.utf8 && tolerates(strict)) return "utf-8";
  return state.gb && tolerates(chinese) ? "gb18030" : null;
}
function tolerates(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** The stream's text in pieces, without a byte order mark. */
export async function* decodeText(stream: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(stream)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
