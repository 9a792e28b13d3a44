import { describe, expect, it } from "vitest";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { type FormQuestion, openQuestions, type QuestionKind } from "./form.ts";

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

const isOpen = (one: FormQuestion, q: WireValue) => openQuestions([one], { q }).length > 0;

describe("what answers a question", () => {
  it.each<readonly [QuestionKind, readonly WireValue[], readonly WireValue[]]>([
    ["text", ["x"], [5, true, ["x"], { x: "x" }]],
    ["long_text", ["x\ny"], [5]],
    ["number", [5, "5", "-5.25", " 7 ", 0], ["five", "1,5", "1.", ".5", "1e3", true]],
    ["boolean", [true, false], ["true", 0]],
    [
      "date",
      ["2026-11-30", "2028-02-29"],
      ["2026-02-30", "2026-02-29", "30.11.2026", "2026-13-01", 20261130],
    ],
    ["choice", ["a"], ["c", ["a"], true]],
    ["choices", [["a"], ["a", "b"]], [["a", "c"], "a"]],
  ])("%s: %o, not %o", (kind, right, wrong) => {
    expect(right.filter((value) => isOpen(question(kind), value))).toEqual([]);
    expect(wrong.filter((value) => !isOpen(question(kind), value))).toEqual([]);
  });
});

describe("what is not answered", () => {
  it.each([null, "", "  ", [] as string[]])("%o keeps a required question open, and no other", (blank) => {
    expect(isOpen(question("text", { required: true }), blank)).toBe(true);
    expect(isOpen(question("text"), blank)).toBe(false);
    expect(isOpen(question("choices"), blank)).toBe(false);
  });
  it("an answer that is none keeps even an optional question open", () => {
    expect(isOpen(question("number"), "many")).toBe(true);
  });
  it("no is an answer, nought is one", () => {
    expect(isOpen(question("boolean", { required: true }), false)).toBe(false);
    expect(isOpen(question("number", { required: true }), 0)).toBe(false);
  });
  it("an answer to a question that is no longer asked does not count", () => {
    expect(openQuestions([question("text", { required: true })], { old: "x" })).toHaveLength(1);
  });
});
