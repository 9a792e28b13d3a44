import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "./name-key.ts";

/** As COLLATE "C" compares. */
const byKey = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(nameKey(one)), Buffer.from(nameKey(other)));
const sorted = (...names: string[]): string[] => names.toSorted(byKey);

describe("the order of names", () => {
  it.each([
    [["曹正阳", "陈一", "何洁", "刘洋", "宋佳", "唐敏", "于晨", "周杰"]],
    // One character after the other: all 张 before 章, a tone before the next.
    [["张三", "张四", "章一", "掌门"]],
    [["12投资", "120投资", "abb", "ABB", "Ärzte", "Siemens", "西门子"]],
    [["第2分公司", "第10分公司", "第11分公司"]],
    // As a surname and as a word: 曾 is zēng, 单 shàn, 重庆 chóng qìng.
    [["重庆长安", "单雄信", "曾国藩", "重型机械"]],
    [["陈", "陈一", "陈一一"]],
    [["“阿里”网络", "（北京）远景", "远景能源"]],
    [["Ω", "Я", "か", "啊", "가"]],
  ])("%j", (names) => {
    expect(sorted(...names.toReversed())).toEqual(names);
  });

  it("tells all short names apart, and says the same of the same", () => {
    const name = fc.string({ unit: fc.constantFrom(..."张章陈曾单重aAé0127 -（（\u3000陈"), maxLength: 12 });
    fc.assert(fc.property(name, name, (one, other) => (byKey(one, other) === 0) === (one === other)));
  });

  it("has room in an index, however long the name", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 2000 }),
        (text) => Buffer.byteLength(nameKey(text)) < 800,
      ),
    );
    expect(Buffer.byteLength(nameKey("𠮷".repeat(500)))).toBeLessThan(800);
  });

  it("is told in well-formed characters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 120 }),
        (text) => !/\p{Surrogate}/u.test(nameKey(text)),
      ),
    );
  });
});
