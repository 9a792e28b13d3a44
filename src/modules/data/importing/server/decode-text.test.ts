import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Encoding } from "../shared/encodings.ts";
import { decodeText } from "./decode-text.ts";

async function decoded(bytes: Uint8Array, encoding: Encoding, piece: number): Promise<string> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    Buffer.from(bytes.subarray(at * piece, (at + 1) * piece)),
  );
  let text = "";
  for await (const one of decodeText(Readable.from(pieces), encoding)) text += one;
  return text;
}
const EVERY_PIECE = [1, 2, 3, 4, 5, 6, 7, 64];

test("a character that the edge of a piece cuts is whole again", async () => {
  for (const piece of EVERY_PIECE) {
    expect(await decoded(Buffer.from("公司𠮷 café"), "utf-8", piece)).toBe("公司𠮷 café");
    expect(await decoded(Buffer.from("b9abcbbe", "hex"), "gb18030", piece)).toBe("公司");
    expect(await decoded(Buffer.from("公司", "utf16le"), "utf-16le", piece)).toBe("公司");
  }
});

test("a byte order mark is no character of the first title", async () => {
  expect(await decoded(Buffer.from("\ufeffname"), "utf-8", 2)).toBe("name");
  expect(await decoded(Buffer.from("\ufeffname", "utf16le"), "utf-16le", 3)).toBe("name");
});

test("the two halves that old Java programs write are one character, wherever a piece ends", async () => {
  // U+20BB7 as D842 DFB7, three bytes each.
  const halves = Buffer.from("61eda182edbeb762eda182edbeb7", "hex");
  for (const piece of EVERY_PIECE) expect(await decoded(halves, "utf-8", piece)).toBe("a𠮷b𠮷");
});

test("a half without the other is damage, Korean with the same first byte is not", async () => {
  const damaged = await decoded(Buffer.from("61eda18262", "hex"), "utf-8", 64);
  expect(damaged).toMatch(/^a\ufffd+b$/);
  for (const piece of EVERY_PIECE)
    expect(await decoded(Buffer.from("한글 힣"), "utf-8", piece)).toBe("한글 힣");
});

test("a bad byte becomes one sign of damage and takes nothing else with it", async () =>
  expect(await decoded(Buffer.from([0x61, 0xff, 0x62]), "utf-8", 1)).toBe("a\ufffdb"));
