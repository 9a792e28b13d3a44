import { describe, expect, it } from "vitest";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { importAnswer } from "./import-answer.ts";
import { tried, written } from "./import-page.fixture.ts";

const said = (more: Partial<ImportAnswer>, of: ImportAnswer = written) => {
  const clauses = importAnswer({ ...of, ...more }, "/records");
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};
const rows = (created: number, updated: number, skipped: number, failed: number) => ({
  created,
  updated,
  skipped,
  failed,
});

describe("what an import has come to", () => {
  it("says how many came in and how many are left", () => {
    expect(said(rows(1800, 32, 0, 2))).toEqual([
      "1,832 条已导入 · 2 条待处理",
      "1,832 imported · 2 left to do",
    ]);
    expect(said(rows(1, 0, 4, 0))).toEqual(["1 条已导入", "1 imported"]);
    expect(said(rows(0, 0, 0, 3))).toEqual([
      "没有导入任何记录 · 3 条待处理",
      "Nothing was imported · 3 left to do",
    ]);
  });

  it("leads to these records, and to the rows that are left where they can still be brought", () => {
    const links = (more: Partial<ImportAnswer>, path: string | null = "/records") =>
      importAnswer({ ...written, ...more }, path).map(({ link }) => link?.to);
    expect(links({})).toEqual(["/records", `/imports/new?object=contact&from=${written.id}`]);
    expect(links({ status: "cancelled" }, null)).toEqual([undefined, undefined]);
  });

  it("claims nothing while it runs", () => {
    for (const status of ["queued", "running", "waiting"] as const)
      expect(importAnswer({ ...written, status }, "/records")).toEqual([]);
  });

  it("a dry run says what could come in", () => {
    expect(said(rows(1, 0, 0, 1), tried)).toEqual([
      "1 行可以导入，1 行有问题",
      "1 row can be imported, 1 has a problem",
    ]);
    expect(said(rows(2, 3, 4, 5), tried)).toEqual([
      "5 行可以导入，跳过 4 行，5 行有问题",
      "5 rows can be imported, 4 skipped, 5 have problems",
    ]);
    expect(said(rows(0, 0, 0, 9), tried)[0]).toBe("没有一行可以导入，9 行有问题");
  });

  it("an undo says what it took back and what it had to keep", () => {
    const undo = { deleted: 5, restored: 1, kept_total: 2, kept: [] };
    expect(said({ status: "undone", undo })).toEqual([
      "已撤销：删除 5 条，恢复 1 条，保留 2 条",
      "Undone: 5 deleted, 1 restored, 2 kept",
    ]);
    expect(said({ status: "undone", undo: { ...undo, kept_total: 0 } })[1]).toBe(
      "Undone: 5 deleted, 1 restored",
    );
  });
});
