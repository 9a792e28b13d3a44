import { describe, expect, it } from "vitest";
import { type FormQuestion, type QuestionKind, scoreOf } from "./form.ts";

const option = (name: string, score?: number) => ({
  name,
  label: { en: name },
  ...(score === undefined ? {} : { score }),
});

const question = (kind: QuestionKind, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id: "q",
  label: { en: "Why?" },
  kind,
  ...(kind === "choice" || kind === "choices" ? { options: [option("a"), option("b")] } : {}),
  ...more,
});

describe("the points of an answered questionnaire", () => {
  const one = question("choice", { id: "one", options: [option("a", 0.1), option("b", -2), option("c")] });
  const many = question("choices", { id: "many", options: [option("a", 0.2), option("b", 5)] });
  it("are added without a float's dust; an option without points gives none", () => {
    expect(scoreOf([one, many], { one: "a", many: ["a"] })).toBe("0.3");
    expect(scoreOf([one, many], { one: "b", many: ["a", "b", "b"] })).toBe("3.2");
    expect(scoreOf([one, many], { one: "c" })).toBe("0");
  });
  it("where no question gives any there is no score, not nought", () => {
    expect(scoreOf([question("choice"), question("text")], { q: "a" })).toBeNull();
  });
  it("options left from a kind that was changed give none", () => {
    const changed = question("text", { options: [option("yes", 7)] });
    expect(scoreOf([changed], { q: "yes" })).toBeNull();
  });
});
