import { expect, test } from "vitest";
import { ENCODINGS, encodingOf } from "./encodings.ts";

test("every encoding that may be named can be read here", () => {
  for (const name of ENCODINGS) expect(() => new TextDecoder(name), name).not.toThrow();
});

test.each([
  ["GBK", "gb18030"],
  ["gb2312", "gb18030"],
  ["ANSI", "gb18030"],
  [" UTF8 ", "utf-8"],
  ["UTF-8-SIG", "utf-8"],
  ["utf-16", "utf-16le"],
  ["Shift-JIS", "shift_jis"],
  ["cp949", "euc-kr"],
  ["latin1", "windows-1252"],
  ["Big5-HKSCS", "big5"],
  ["klingon", undefined],
  ["", undefined],
])("%s means %s", (name, encoding) => expect(encodingOf(name)).toBe(encoding));
