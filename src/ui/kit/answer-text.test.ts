import { describe, expect, it } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { answerParts, answerText, DOT, SEMICOLON } from "./answer-text.ts";

const blocked = label("会拦下 [{count} 次推进]", "Would block [{count} {count|move|moves}]");

describe("an answer", () => {
  it("has the number that matters apart", () => {
    expect(answerParts({ message: blocked, params: { count: 1 } }, "en")).toEqual([
      { text: "Would block ", isStrong: false },
      { text: "1 move", isStrong: true },
    ]);
  });

  it("takes brackets of a name as part of the name", () => {
    const message = label("[{name}] 试点", "[{name}] pilots");
    expect(answerParts({ message, params: { name: "East [new]" } }, "en")).toEqual([
      { text: "East [new]", isStrong: true },
      { text: " pilots", isStrong: false },
    ]);
  });

  it("joins its clauses by their marks, those of the language", () => {
    const clauses = [
      { message: blocked, params: { count: 2 } },
      { message: label("{n} 人", "{n} people"), params: { n: 4 } },
      { message: label("已封存", "sealed"), mark: SEMICOLON },
      { message: label("完", "done"), mark: DOT },
    ];
    expect(answerText(clauses, "zh-CN")).toBe("会拦下 2 次推进，4 人；已封存 · 完");
    expect(answerText(clauses, "en")).toBe("Would block 2 moves, 4 people; sealed · done");
  });
});
