import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { initialsOf, pinyinOf } from "./pinyin.ts";
import { plainLetters, simplifiedOf } from "./simplified.ts";
import { normaliseUscc, usccParts } from "./uscc.ts";
import { readWebAddress } from "./web-address.ts";

describe("fold", () => {
  it.each([
    ["  ＧＴＸ  Pro ", "gtx pro"],
    ["Ａ\u3000Ｂ", "a b"],
    ["\u200bName\ufeff", "name"],
    ["ﬁne", "fine"],
    ["①", "1"],
    ["İ", "i\u0307"],
    ["\t\n", ""],
  ])("%j is meant as %j", (given, folded) => expect(fold(given)).toBe(folded));

  it("is done once: a second time changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe("simplified characters", () => {
  it("stand for the traditional ones, sign by sign, and leave all else", () => {
    expect(["龍華機電", "龙华机电", "SAP 軟件 2.0", "かな", "", "abc"].map(simplifiedOf)).toEqual([
      "龙华机电",
      "龙华机电",
      "SAP 软件 2.0",
      "かな",
      "",
      "abc",
    ]);
  });
  it("are found at once and have the same length", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."國国電電門門龍麵後后a1 ") }), (text) => {
        const simple = simplifiedOf(text);
        return simple.length === text.length && simplifiedOf(simple) === simple;
      }),
    );
  });
});

describe("plain letters", () => {
  it.each([
    ["müller", "muller"],
    ["straße", "strasse"],
    ["łódź", "lodz"],
    ["søren æ œ", "soren ae oe"],
    ["nguyễn", "nguyen"],
    ["άλφα", "αλφα"],
    ["ёлка", "елка"],
    ["йод", "йод"],
    ["が", "が"],
    ["क्षि", "क्षि"],
    ["plain", "plain"],
    ["", ""],
  ])("%s is searched as %s", (given, plain) => expect(plainLetters(given)).toBe(plain.normalize("NFC")));
});

describe("pinyin", () => {
  it("separates syllables, writes ü as v and keeps what is no character", () => {
    expect(["绿", "吕布", "A座101室", "ＡＢＣ", "", "中 国"].map(pinyinOf)).toEqual([
      "lv",
      "lv bu",
      "a zuo 101 shi",
      "abc",
      "",
      "zhong guo",
    ]);
  });
  it("has first letters without signs and blanks", () => {
    expect(["苏州-恒润（集团）", "A/B 测试", "", "。"].map(initialsOf)).toEqual(["szhrjt", "abcs", "", ""]);
  });
});

describe("a credit code", () => {
  it("is the same in small letters, full width and with blanks", () => {
    expect(normaliseUscc(" ９１350100-m000100y 43 ")).toBe("91350100M000100Y43");
  });
  it("says nothing when it is wrong", () => {
    expect([usccParts("91350100M000100Y44"), usccParts("")]).toEqual([null, null]);
  });
  it("says that an authority is unknown rather than guess", () => {
    expect(usccParts("E1350100M000100Y4X")?.authority.en).toBe("Unknown");
    expect(usccParts("91350100M000100Y43")?.check).toBe("3");
  });
});

describe("a web address", () => {
  it("is taken apart, its host in small letters", () => {
    expect(readWebAddress("https://Ana:secret@Example.COM:8443/a?b#c")).toMatchObject({
      protocol: "https:",
      hostname: "example.com",
      username: "Ana",
      password: "secret",
    });
  });
  it.each(["", "example.com", "//example.com", "https://", "http://[::1", "https://a b"])(
    "%j is none",
    (text) => expect(readWebAddress(text)).toBeNull(),
  );
});
