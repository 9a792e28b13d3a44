import { expect, test } from "vitest";
import { label } from "./label.ts";
import { say } from "./messages.ts";

test("a word follows its number; what is not given stays as written", () => {
  const rows = label("{count} 行", "{count} {count|row needs|rows need} attention, {other}");
  expect([0, 1, "1", 2].map((count) => say(rows, "en", { count }))).toEqual(
    ["0 rows need", "1 row needs", "1 row needs", "2 rows need"].map(
      (words) => `${words} attention, {other}`,
    ),
  );
  expect(say(rows, "zh-CN", { count: 1 })).toBe("1 行");
  const word = label("{count|单|复}", "{count|one|more}");
  const told = ["1.0", "1,234", "1 of 2", "", "01", 1.5, -1, 11, 21, 1e21];
  expect(told.map((count) => say(word, "en", { count }))).toEqual(
    told.map((count) => (count === "01" || count === -1 ? "one" : "more")),
  );
  expect(say(word, "zh-CN", { count: 1 }), "Chinese has no form for one").toBe("复");
});

test("a place that has the name of something every object has stays as written, too", () => {
  expect(say(label("{toString}", "{constructor} {valueOf|a|b}"), "en")).toBe("{constructor} {valueOf|a|b}");
});

test("a name that is written from right to left turns nothing but itself", () => {
  const told = label("{who} 转交了“{what}”", "{who} handed “{what}” over");
  expect(say(told, "en", { who: "שרה", what: "Plan" })).toBe("\u2068שרה\u2069 handed “Plan” over");
  expect(say(told, "zh-CN", { who: "王立", what: "خطة 2" })).toBe("王立 转交了“\u2068خطة 2\u2069”");
});
