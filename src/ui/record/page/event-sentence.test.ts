import { expect, it } from "vitest";
import { activity } from "../../../objects/work/activity/activity.object.ts";
import { task } from "../../../objects/work/task/task.object.ts";
import { sentenceOf } from "./event-sentence.ts";

it("what was done is said with a verb, with whom and without", () => {
  const visit = { type: "visit", status: "done" };
  expect(sentenceOf("activity", visit, true)["zh-CN"]).toBe("{who} 拜访了 {contact}");
  expect(sentenceOf("activity", visit, false).en).toBe("{who} made a visit");
});

it("what is planned or was cancelled is never told as done, whatever it is", () => {
  for (const { name } of activity.fields.type.options)
    for (const status of ["planned", "cancelled"]) {
      const said = sentenceOf("activity", { type: name, status }, true).en;
      expect(said).toContain(status);
      expect(said).toContain("{type}");
    }
});

it("every type that is shipped has a sentence of its own, and one of a company’s own is told by its name", () => {
  for (const { name } of activity.fields.type.options)
    expect([name, sentenceOf("activity", { type: name, status: "done" }, false).en]).toEqual([
      name,
      expect.not.stringContaining("{type}"),
    ]);
  expect(sentenceOf("activity", { type: "site_survey_c", status: "done" }, true).en).toBe(
    "{who} logged: {type} · {contact}",
  );
});

it("a task is told by what became of it; anything else by its name", () => {
  for (const { name } of task.fields.status.options)
    expect(sentenceOf("task", { status: name }, false).en).toContain("{title}");
  expect(sentenceOf("loan_c", {}, false)["zh-CN"]).toBe("{who} 添加了{object} {title}");
});
