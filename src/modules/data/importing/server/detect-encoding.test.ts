import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { detectEncoding } from "./detect-encoding.ts";

const detected = (bytes: Uint8Array, piece = 5) =>
  detectEncoding(
    Readable.from(
      (function* () {
        for (let at = 0; at < bytes.length; at += piece) yield Buffer.from(bytes.subarray(at, at + piece));
      })(),
    ),
  );
const text = (content: string) => Buffer.from(content);

test("valid UTF-8 is UTF-8, however its characters are cut by the pieces of a stream", async () => {
  for (const piece of [1, 2, 3, 4, 7])
    expect(await detected(text("name,公司\n𠮷野家,企業"), piece)).toBe("utf-8");
  expect(await detected(text("name,amount\nA,1\n"))).toBe("utf-8");
  expect(await detected(Buffer.alloc(0))).toBe("utf-8");
});

test("damaged UTF-8 stays UTF-8: one bad byte among many good characters, or a character that is cut off", async () => {
  expect(
    await detected(Buffer.concat([text("苏州精密仪器有限公司,"), Buffer.from([0xff]), text("上海")]), 64),
  ).toBe("utf-8");
  expect(await detected(text("苏州精密仪器").subarray(0, -1))).toBe("utf-8");
});

test("a mark at the beginning decides; that of UTF-32 is no text", async () => {
  expect(await detected(Buffer.from([0xef, 0xbb, 0xbf, 0xb9, 0xab]))).toBe("utf-8");
  expect(await detected(Buffer.from([0xff, 0xfe, 0x61, 0x00]))).toBe("utf-16le");
  expect(await detected(Buffer.from([0xfe, 0xff, 0x00, 0x61]))).toBe("utf-16be");
  expect(await detected(Buffer.from([0xff, 0xfe, 0x00, 0x00, 0x61]))).toBeNull();
});

test("wide text without a mark is known by its NUL bytes, in either order; other NUL bytes are no text", async () => {
  const wide = Buffer.from("name,amount\nAlpha,1\n", "utf16le");
  expect(await detected(wide, 64)).toBe("utf-16le");
  expect(await detected(Buffer.from(wide).swap16(), 64)).toBe("utf-16be");
  expect(await detected(Buffer.from([0x50, 0x4b, 0, 0, 0, 1, 2, 0xff, 0xfe, 3, 0, 0]), 64)).toBeNull();
});

test("control characters are no text, tabs and ends of lines and of files are", async () => {
  expect(await detected(Buffer.from(Array.from({ length: 100 }, (_, at) => at % 8)), 100)).toBeNull();
  expect(await detected(Buffer.from("a\tb\r\n1\t2\r\n\u001a"), 64)).toBe("utf-8");
});

// "公司名称,行业,备注" and two rows, as other encodings write them.
test.each([
  ["gb18030", "b9abcbbec3fbb3c62cd0d0d2b50acbd5d6ddbeabc3dcd2c7c6f72cbbfad0b5"],
  ["big5", "a4bda571a657bad92ca6e6b77e0ac4acc36c ba eb b1 4b bb f6 be b9 2c be f7 b1 f1"],
])("%s is told from the others by its everyday characters", async (encoding, hex) =>
  expect(await detected(Buffer.from(hex.replaceAll(" ", ""), "hex"))).toBe(encoding),
);
test("accented letters alone among plain ones are Western", async () => {
  const western = Buffer.from("Name,City\nMüller,Köln\nJosé,Málaga\nFrançois,Orléans\n", "latin1");
  expect(await detected(western)).toBe("windows-1252");
});

test("Chinese that begins only late in a long file is still weighed", async () => {
  const late = Buffer.concat([
    text(`name,note\n${"plain,row\n".repeat(3000)}`),
    Buffer.from("cbd5d6ddbeabc3dcd2c7c6f7", "hex"),
  ]);
  expect(await detected(late, 65_536)).toBe("gb18030");
});
