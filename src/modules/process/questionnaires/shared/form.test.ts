import { expect, test } from "vitest";
import { parseQuestions } from "./form.ts";

const question = { id: "q", label: { en: "Why?" }, kind: "text" };
const choice = { ...question, kind: "choice", options: [{ name: "a", label: { en: "A" }, score: 1 }] };

test("questions have an id of their own, words, and options where one chooses", () => {
  expect(parseQuestions([question, { ...choice, id: "c" }])).toHaveLength(2);
  // Left from a kind that was changed.
  expect(parseQuestions([{ ...question, options: null, required: null }])).toHaveLength(1);
  for (const wrong of [
    [],
    [question, question],
    [{ ...question, id: "" }],
    [{ ...question, kind: "colour" }],
    [{ ...question, label: { en: " " } }],
    [{ ...choice, options: [] }],
    [{ ...choice, options: [{ name: "a", label: {} }] }],
    [{ ...choice, options: [{ name: "a", label: { en: "A" }, score: "1" }] }],
  ])
    expect(parseQuestions(wrong), JSON.stringify(wrong)).toBeNull();
});
