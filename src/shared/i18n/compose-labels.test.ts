import { describe, expect, it } from "vitest";
import { compose, joinLabels } from "./compose-labels.ts";
import { joinClauses, joinNames } from "./join-texts.ts";
import { label, textOf } from "./label.ts";

describe("a text by language", () => {
  it("is the asked one, else the other shipped one, else any, else what is told", () => {
    expect(textOf({ "zh-CN": "商机", en: "Opportunity" }, "en")).toBe("Opportunity");
    expect(textOf({ "zh-CN": "商机" }, "en")).toBe("商机");
    expect(textOf({ en: "Opportunity", de: "Chance" }, "zh-CN")).toBe("Opportunity");
    expect(textOf({ de: "Chance" }, "en")).toBe("Chance");
    expect(textOf({}, "en", "opportunity")).toBe("opportunity");
    expect(textOf(undefined, "en", "opportunity")).toBe("opportunity");
    expect(textOf(undefined, "en")).toBe("");
  });
  it("that is empty stays empty: it was cleared, not left out", () => {
    expect(textOf({ "zh-CN": "商机", en: "" }, "en")).toBe("");
  });
});

describe("compose", () => {
  const told = label("{who}不能改“{what}”", "{who} may not change “{what}”");
  it("fills each language with the words of that language", () => {
    expect(compose(told, { who: "王立", what: label("阶段", "Stage") })).toEqual({
      "zh-CN": "王立不能改“阶段”",
      en: "王立 may not change “Stage”",
    });
  });
  it("takes Chinese where a word has no other, and leaves a place that nobody fills", () => {
    expect(compose(told, { what: { "zh-CN": "阶段" } })).toEqual({
      "zh-CN": "{who}不能改“阶段”",
      en: "{who} may not change “阶段”",
    });
  });
  it("has the languages of the message as well", () => {
    expect(
      compose({ ...told, de: "{what}: nein, {who}!" }, { who: 1, what: label("阶段", "Stage") })["de"],
    ).toBe("阶段: nein, 1!");
  });
  it("fills a place as often as it stands there, at the ends too, and never what it has filled in", () => {
    const twice = label("{a}{a}-{b}", "{a}+{a}");
    const once = compose(twice, { a: "{b}", b: "x" });
    expect(once).toEqual({ "zh-CN": "{b}{b}-x", en: "{b}+{b}" });
    expect(compose(twice, { a: "y", b: "z" }), "cut once, filled anew").toEqual({
      "zh-CN": "yy-z",
      en: "y+y",
    });
  });
  it("knows no name but those that are given", () => {
    expect(compose(label("{toString}", "{constructor}"), {})["en"]).not.toContain("native code");
  });
});

describe("names in a row", () => {
  it("stand as each language writes them", () => {
    expect(joinLabels([label("一", "One"), { "zh-CN": "二" }])).toEqual({ "zh-CN": "一、二", en: "One, 二" });
    expect(joinLabels([])).toEqual({ "zh-CN": "", en: "" });
    expect([joinNames(["a", "b"], "en"), joinNames(["a", "b"], "zh-CN"), joinNames(["a"], "en")]).toEqual([
      "a, b",
      "a、b",
      "a",
    ]);
    expect([joinClauses(["a", "b"], "en"), joinClauses(["a", "b"], "zh-CN")]).toEqual(["a; b", "a；b"]);
  });
});
