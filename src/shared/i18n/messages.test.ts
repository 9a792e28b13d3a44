import { expect, test } from "vitest";
import { label } from "./label.ts";
import { say } from "./messages.ts";

test("a word follows its number; what is not given stays as written", () => {
  const rows = label("{count} 行", "{count} {count|row needs|rows need} attention, {other}");
  expect([0, 1, "1", 2].map((count) => say(rows, "en", { count }))).toEqual(
    ["0 rows need", "1 row needs", "1 row needs", "2 rows need"].map((words) => `${words} attention, {other}`),
  );
  expect(say(rows, "zh-CN", { count: 1 })).toBe("1 行");
});
