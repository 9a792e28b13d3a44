import { expect, test } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import { optionCandidates, Questions } from "./questions.ts";
import { SETTING_OF, settingCandidates } from "./setting-questions.ts";

const asked = (column: string, cell: string) => ({
  kind: "link" as const,
  field: "account",
  column,
  cell,
  candidates: [],
});

test("one question serves every row that holds the cell, and says how many", () => {
  const questions = new Questions({});
  for (const cell of ["Acme", "Acme", "Beta"]) questions.ask(asked("客户", cell));
  questions.ask(asked("甲方", "Acme"));
  expect(Object.values(questions.all()).map(({ column, cell, rows }) => [column, cell, rows])).toEqual([
    ["客户", "Acme", 2],
    ["客户", "Beta", 1],
    ["甲方", "Acme", 1],
  ]);
});

test("a question is known again in the next batch and after a restart", () => {
  const first = new Questions({});
  first.ask(asked("客户", "Acme"));
  const second = new Questions(first.all());
  second.ask(asked("客户", "Acme"));
  expect(Object.values(second.all()).map(({ rows }) => rows)).toEqual([2]);
});

test("beyond five hundred nobody is asked more; those known are counted on", () => {
  const questions = new Questions({});
  for (let at = 0; at < 600; at += 1) questions.ask(asked("客户", `Company ${at}`));
  questions.ask(asked("客户", "Company 0"));
  const all = Object.values(questions.all());
  expect([all.length, all[0]?.rows]).toEqual([500, 2]);
});

test("a question about a column is another one than that about a cell of the same text", () => {
  const questions = new Questions({});
  questions.ask(asked("金额", "3.100"));
  questions.askSetting("金额", "amount", "decimal_mark", "3.100", []);
  expect(Object.values(questions.all()).map(({ kind }) => kind)).toEqual(["link", "setting"]);
});

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `o${at}`, label: label(`选项${at}号`, `Choice ${at}`) }));
test("few options are all offered, the likely ones first; of many only the likely ones", () => {
  const few = [
    { name: "fair", label: label("展会", "Trade fair") },
    { name: "web", label: label("官网", "Website") },
    { name: "old", label: label("旧的", "Old"), hidden: true },
  ];
  expect(optionCandidates(few, "web site", "zh-CN")).toEqual([
    { id: "web", title: "官网" },
    { id: "fair", title: "展会" },
  ]);
  expect(optionCandidates(few, "", "en").map(({ id }) => id)).toEqual(["fair", "web"]);
  expect(optionCandidates(options(30), "Choice 12", "en")[0]).toEqual({ id: "o12", title: "Choice 12" });
  expect(optionCandidates(options(30), "Choice 12", "en").length).toBeLessThan(30);
  expect(optionCandidates(options(80), "nothing alike", "zh-CN").length).toBe(50);
});

test("a setting is offered by what the cell would mean", () => {
  expect(settingCandidates("decimal_mark", "3.100")).toEqual([
    { id: "comma", title: "3.100 = 3100" },
    { id: "point", title: "3.100 = 3.1" },
  ]);
  expect(settingCandidates("unit", "0.2")).toEqual([
    { id: "fraction", title: "0.2 = 20%" },
    { id: "%", title: "0.2 = 0.2%" },
  ]);
  expect(settingCandidates("date_order", "03/04/2026").map(({ id, title }) => `${id} ${title}`)).toEqual([
    "mdy 03/04/2026 = 2026-03-04",
    "dmy 03/04/2026 = 2026-04-03",
  ]);
});
test("every setting that a refused cell may lack can be asked for", () => {
  for (const setting of Object.values(SETTING_OF))
    expect(settingCandidates(setting, setting === "date_order" ? "03/04/2026" : "1.200").length).toBe(2);
});
