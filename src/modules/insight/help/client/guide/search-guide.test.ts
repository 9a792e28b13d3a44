import { expect, it } from "vitest";
import { searchGuide } from "./search-guide.ts";

const sections = [
  {
    page: "lists",
    title: "Lists and boards",
    anchor: "lists",
    heading: "Lists and boards",
    text: "Drag a card to move a deal.",
  },
  {
    page: "gates",
    title: "Gates",
    anchor: "exceptions",
    heading: "Exceptions",
    text: "Who may move a deal past a gate.",
  },
  {
    page: "import",
    title: "导入与导出",
    anchor: "dates",
    heading: "用文件中的日期补出历史",
    text: "导入时可以指定日期。",
  },
];
const found = (text: string) => searchGuide(sections, text).map(({ page }) => page);

it("finds every word wherever it stands, what is in a heading first", () => {
  expect(found("move deal")).toEqual(["lists", "gates"]);
  expect(found("gate")).toEqual(["gates"]);
  expect(found("deal past exceptions")).toEqual(["gates"]);
  expect(found("BOARDS")).toEqual(["lists"]);
});
it("finds Chinese within a sentence, and nothing where a word is missing or none is given", () => {
  expect(found("日期")).toEqual(["import"]);
  expect(found("日期 看板")).toEqual([]);
  expect(found("  ")).toEqual([]);
});
it("shows the words around what was found", () => {
  expect(searchGuide(sections, "past a gate")[0]?.around).toBe("Who may move a deal past a gate.");
});
