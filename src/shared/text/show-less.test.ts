import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cleanFileName } from "./clean-line.ts";
import { maskTitle } from "./mask-title.ts";
import { maskPhone } from "./phone.ts";
import { wellFormed, wellFormedText } from "./well-formed.ts";

describe("a masked title", () => {
  it.each([
    ["苏州恒润精密机械有限公司", "苏州****公司"],
    ["恒润精密机械厂", "恒润****"],
    ["恒润精密机械厂房", "恒润****厂房"],
    ["恒润精密机", "恒润****"],
    ["恒润阀门", "恒***"],
    ["王立", "王*"],
    ["王", "王*"],
    ["", "*"],
    ["👩‍🚀b", "👩***"],
  ])("of %j is %j", (title, masked) => expect(maskTitle(title)).toBe(masked));

  it("shows at most half of the name, and its length only where that is at most four", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."甲乙丙丁ab"), maxLength: 40 }), (title) => {
        const masked = maskTitle(title);
        const shown = [...masked].filter((sign) => sign !== "*").length;
        expect(shown).toBeLessThanOrEqual(Math.max(1, title.length / 2));
        if (title.length > 8) expect(masked).toHaveLength(8);
      }),
    );
  });
});

test("of any number at most half is shown", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?[\d-]{1,20}$/), (stored) => {
      const masked = maskPhone(stored);
      const shown = masked.replaceAll("*", "").length;
      // 138****8000 is what everybody expects of a mobile.
      const most = /^1[3-9]\d{9}/.test(stored) ? 7 : stored.length / 2;
      return masked.includes("****") && shown <= most;
    }),
  );
});

describe("the name of a file", () => {
  it.each([
    ["../../etc/passwd", ".._.._etc_passwd"],
    ["C:\\Users\\me\\报价.pdf", "C:_Users_me_报价.pdf"],
    ["  quote\u202efdp.exe ", "quotefdp.exe"],
    ["a\nb.txt", "a b.txt"],
    ["\u200b", ""],
  ])("%j becomes %j", (given, name) => expect(cleanFileName(given)).toBe(name));

  it("keeps its end, with the extension, when it is too long", () => {
    expect(cleanFileName(`${"长".repeat(300)}.pdf`, 10)).toBe("长长长长长长.pdf");
    // Cut beside a blank: it goes, too.
    expect(cleanFileName("abc defg", 5)).toBe("defg");
  });

  it("is never a path and never longer than asked", () => {
    const unit = fc.constantFrom("/", "\\", "\0", "\n", " ", "\u202e", "😀", "e\u0301", "a", ".", "长");
    fc.assert(
      fc.property(fc.string({ unit }), fc.integer({ min: 1, max: 12 }), (given, max) => {
        const name = cleanFileName(given, max);
        return !/[/\\\0\n]/.test(name) && name.length <= max;
      }),
    );
  });
});

describe("text that a database can keep", () => {
  it("has no NUL and no half of a pair, and is else unchanged", () => {
    expect(["a\0b", "\ud800", "x\udc00y", "😀", "\ud83d\ude00"].map(wellFormedText)).toEqual([
      "ab",
      "\ufffd",
      "x\ufffdy",
      "😀",
      "😀",
    ]);
  });

  it("is asked of every text within, names of members as well", () => {
    expect(wellFormed({ "a\0": ["b\0", { c: "\ud800" }, 1, null, true] })).toEqual({
      a: ["b", { c: "\ufffd" }, 1, null, true],
    });
    expect(wellFormed({ a: " x " }, (text) => text.trim())).toEqual({ a: "x" });
  });

  const nested = (depth: number, innermost: unknown): unknown =>
    depth === 0
      ? innermost
      : depth % 2 === 0
        ? [nested(depth - 1, innermost)]
        : { in: nested(depth - 1, innermost) };
  it("is not read where it is nested too deeply", () => {
    expect(wellFormed(nested(64, "a"))).toEqual(nested(64, "a"));
    expect(wellFormed(nested(65, []))).toBeUndefined();
    expect(wellFormed([1, nested(64, [])])).toBeUndefined();
    expect(wellFormed({ fine: 1, deep: nested(64, {}) })).toBeUndefined();
  });
});
