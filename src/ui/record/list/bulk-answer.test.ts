import { expect, it } from "vitest";
import { answerText } from "../../kit/answer-text.ts";
import { bulkAnswer } from "./bulk-answer.ts";

it.each([
  [0, 0, "没有修改任何记录", "Nothing was changed"],
  [1, 0, "1 条已修改", "1 changed"],
  [1200, 3, "1,200 条已修改；3 条未通过，保持原样", "1,200 changed; 3 not accepted and left as they were"],
  [
    0,
    2,
    "没有修改任何记录；2 条未通过，保持原样",
    "Nothing was changed; 2 not accepted and left as they were",
  ],
])("%i done and %i refused are told as such", (done, refused, zh, en) => {
  const clauses = bulkAnswer({ done, refused });
  expect([answerText(clauses, "zh-CN"), answerText(clauses, "en")]).toEqual([zh, en]);
});
