import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInWords } from "./amount-in-words.ts";
import { companyKey, readCompanyName } from "./company-name.ts";
import { fold } from "./fold.ts";
import { formatPhone, maskPhone, normalisePhone, readPhone } from "./phone.ts";
import { initialsOf, pinyinOf } from "./pinyin.ts";
import { isUscc, usccCheckCharacter, usccParts } from "./uscc.ts";

describe("统一社会信用代码", () => {
  it("has the check character of the standard", () => {
    expect(usccCheckCharacter("91350100M000100Y4")).toBe("3");
    expect(isUscc("91350100M000100Y43")).toBe(true);
    expect(isUscc(" 91350100m000100y43 ")).toBe(true);
    for (const wrong of [
      "91350100M000100Y4Z",
      "91350100M000100Y44",
      "91350100M000100Y4",
      "9135O100M000100Y43",
      "",
    ])
      expect(isUscc(wrong), wrong).toBe(false);
  });
  it("notices any single wrong character", () => {
    const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.nat(16),
        fc.constantFrom(...alphabet),
        (letters, at, other) => {
          const code = letters.join("") + usccCheckCharacter(letters.join(""));
          const changed = code.slice(0, at) + other + code.slice(at + 1);
          return isUscc(code) && (changed === code || !isUscc(changed));
        },
      ),
    );
  });
  it("tells where the company was registered", () => {
    expect(usccParts("91350100M000100Y43")).toMatchObject({
      authority: { "zh-CN": "市场监管（工商）" },
      category: "1",
      region: "350100",
      organisation: "M000100Y4",
    });
  });
});

describe("大写金额", () => {
  it.each([
    ["16409.02", "人民币壹万陆仟肆佰零玖元零贰分"],
    ["325.04", "人民币叁佰贰拾伍元零肆分"],
    ["6007.14", "人民币陆仟零柒元壹角肆分"],
    ["5002.00", "人民币伍仟零贰元整"],
    ["100010000", "人民币壹亿零壹万元整"],
    ["0.05", "人民币伍分"],
    ["0.50", "人民币伍角整"],
    ["0", "人民币零元整"],
    ["-0.004", "人民币零元整"],
    ["10000100", "人民币壹仟万零壹佰元整"],
    ["1000000000001", "人民币壹万亿零壹元整"],
    ["10.005", "人民币壹拾元零壹分"],
    ["-20", "人民币负贰拾元整"],
  ])("%s is %s", (amount, words) => expect(amountInWords(amount)).toBe(words));
});

describe("phone numbers", () => {
  it.each([
    ["+86 138-0013-8000", "mobile", "13800138000"],
    ["１３８ ００１３ ８０００", "mobile", "13800138000"],
    ["8613800138000", "mobile", "13800138000"],
    ["(0512) 6666 8888", "landline", "0512-66668888"],
    ["+86 21 6234 5678", "landline", "021-62345678"],
    ["010-88886666转801", "landline", "010-88886666-801"],
    ["010-88886666-801", "landline", "010-88886666-801"],
    ["+862162345678;ext=12", "landline", "021-62345678-12"],
    ["4008201234", "service", "400-820-1234"],
    ["+1 (415) 555-2671", "foreign", "+14155552671"],
    ["66668888", "local", "66668888"],
  ])("%s is a %s", (given, kind, text) => {
    expect(readPhone(given)).toEqual({ kind, text });
    expect(normalisePhone(text)).toBe(text);
  });
  it.each(["", "12", "1380013800", "138001380001", "abc", "13800138000; drop", "+0012"])(
    "%j is none",
    (given) => expect(readPhone(given)).toBeNull(),
  );
  it("can be shown and masked", () => {
    expect(formatPhone("13800138000")).toBe("138 0013 8000");
    expect(formatPhone("0512-66668888")).toBe("0512-66668888");
    expect(maskPhone("13800138000")).toBe("138****8000");
    expect(maskPhone("0512-66668888")).not.toContain("6666888");
    expect(maskPhone("12")).toBe("****");
  });
});

describe("company names", () => {
  it("come apart into region, core and legal form", () => {
    expect(readCompanyName("苏州恒润精密机械有限公司")).toMatchObject({
      region: "苏州",
      core: "恒润精密机械",
      form: "有限公司",
    });
    expect(readCompanyName("恒润精密机械（苏州）有限公司")).toMatchObject({
      region: "苏州",
      core: "恒润精密机械",
    });
  });
  it.each([
    ["江苏省苏州市恒润精密机械股份有限公司", "恒润精密机械(苏州)有限责任公司"],
    ["Acme Corporation", "ＡＣＭＥ, Inc."],
    ["西门子（中国）有限公司", "西门子 有限公司"],
  ])("%s and %s meet", (one, other) => expect(companyKey(one)).toBe(companyKey(other)));
  it.each([
    ["上海电气集团股份有限公司", "北京机床有限公司"],
    ["恒润精密有限公司", "恒润阀门有限公司"],
  ])("%s and %s stay apart", (one, other) => expect(companyKey(one)).not.toBe(companyKey(other)));
  it("keep something to compare whatever is given", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }).filter((name) => fold(name) !== ""),
        (name) => readCompanyName(name).core !== "",
      ),
    );
    expect(readCompanyName("集团").core).not.toBe("");
    expect(readCompanyName("上海公司").core).not.toBe("");
  });
});

describe("pinyin", () => {
  it("spells names and takes first letters", () => {
    expect(pinyinOf("恒润 Valve")).toBe("heng run valve");
    expect(initialsOf("恒润阀门 A1")).toBe("hrfma1");
    expect(initialsOf("绿洲")).toBe("lz");
  });
});
