import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { addDays, nextMonday } from "../../../../../shared/time/dates.ts";
import { dayIn, momentAt } from "../../../../../shared/time/zone.ts";
import { changeMany, saveBatch } from "../../../../../shared/wire/bulk.contract.ts";
import { changeRecord, createRecord, listRecords } from "../../../../../shared/wire/records.contract.ts";
import { show, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../../../testing/screens/world.ts";
import { readCallNumbers } from "../../shared/home.contract.ts";
import { DAY_FILTERS } from "./day-filters.ts";
import { Day } from "./Day.tsx";

const zone = "Asia/Shanghai";
const today = dayIn(zone, new Date().toISOString());
const tomorrow = addDays(today, 1);
const deal = { object: "opportunity", id: idNo(50) };
const task = (number: number, more: Values = {}): Values => ({
  id: idNo(number),
  version: 1,
  subject: `Task ${number}`,
  status: "open",
  due_date: today,
  regarding: deal,
  titles: { regarding: "Flow meters" },
  ...more,
});
const visit = (number: number, time: string, more: Values = {}): Values => ({
  id: idNo(number),
  version: 1,
  type: "visit",
  subject: "Site survey",
  status: "planned",
  occurred_at: momentAt(zone, today, `${time}:00`),
  regarding: deal,
  contact: idNo(60),
  titles: { regarding: "Flow meters", contact: "Wang Zihan" },
  ...more,
});
const abilities = { update: true, delete: true };

interface Kept {
  readonly tasks?: readonly Values[];
  readonly overdue?: readonly Values[];
  readonly visits?: readonly Values[];
  readonly unlogged?: readonly Values[];
}
function open(kept: Kept = {}, showing: Showing = {}) {
  answers(readCallNumbers, {
    data: [{ object: "contact", id: idNo(60), name: "Wang Zihan", phone: "13812345678" }],
  });
  const lists: Readonly<Record<string, readonly Values[] | undefined>> = {
    [DAY_FILTERS.tasksAhead]: kept.tasks,
    [DAY_FILTERS.overdue]: kept.overdue,
    [DAY_FILTERS.visitsAhead]: kept.visits,
    [DAY_FILTERS.unlogged]: kept.unlogged,
  };
  answers(listRecords, ({ query }) => {
    const which = Object.keys(lists).find((filter) => query.filter === `(owner == me()) && (${filter})`);
    const data = [...(lists[which ?? ""] ?? [])];
    return { data, page: { next: null }, total: data.length };
  });
  const scope = { whose: "mine", filter: "owner == me()" } as const;
  return show(<Day object={objectInfo("task", showing.role)} scope={scope} />, showing);
}
const rowOf = async (text: string) => {
  const row = (await screen.findByText(text)).closest("li");
  if (!row) throw new Error(`${text} is in no row`);
  return row;
};

it("the day goes by the hour: a visit with its verb, whom it is with, and the number to call", async () => {
  open({ tasks: [task(1)], visits: [visit(2, "14:00"), visit(3, "09:30", { type: "call" })] });
  await rowOf("Visit Wang Zihan");
  const rows = screen.getAllByRole("listitem");
  expect(rows.map((row) => within(row).getAllByRole("link")[0]?.textContent)).toEqual([
    "Call Wang Zihan",
    "Visit Wang Zihan",
    "Task 1",
  ]);
  expect(rows.map((row) => row.querySelector("time")?.textContent)).toEqual(["09:30", "14:00", undefined]);
  expect(rows[1]?.textContent).toContain("Flow meters");
  expect(rows[1]?.textContent).toContain("Site survey");
  const call = await screen.findAllByRole("link", { name: "Call Wang Zihan 138 1234 5678" });
  expect(call.map((link) => link.getAttribute("href"))).toEqual(["tel:13812345678", "tel:13812345678"]);
});

it("one touch is done, and can be taken back", async () => {
  const sent = answers(changeRecord, ({ body }) => ({
    data: task(1, { status: body["status"] ?? null }),
    abilities,
  }));
  const user = open({ tasks: [task(1)] });
  await user.click(await screen.findByRole("button", { name: "Done: Task 1" }));
  expect(await screen.findByText("All done for today")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([
      { status: "done", base: { status: "open" } },
      { status: "open", base: { status: "done" } },
    ]);
});

it("what was refused is told, and is back", async () => {
  answers(changeRecord, refusal(403, "forbidden", { detail: "It is not your task" }));
  const user = open({ tasks: [task(1)] });
  await user.click(await screen.findByRole("button", { name: "Done: Task 1" }));
  expect(await screen.findByText("It is not your task")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Done: Task 1" })).toBeTruthy();
});

it("a task is put off by its day, a visit keeps its hour", async () => {
  const sent = answers(changeRecord, { data: task(1), abilities });
  const user = open({ tasks: [task(1)], visits: [visit(2, "14:00")] });
  await user.click(await screen.findByRole("button", { name: "Postpone: Task 1" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Tomorrow/ }));
  await user.click(await screen.findByRole("button", { name: "Postpone: Visit Wang Zihan" }));
  const menus = await screen.findAllByRole("menuitem", { name: /^Next Monday/ });
  await user.click(menus.at(-1)!);
  await expect
    .poll(() => sent.map(({ body }) => [body["due_date"], body["occurred_at"]]))
    .toEqual([
      [tomorrow, undefined],
      [undefined, momentAt(zone, nextMonday(today), "14:00:00")],
    ]);
});

it("what is late is folded with its number; all of it is put off in one change, and comes back", async () => {
  const late = [task(1, { due_date: addDays(today, -3) }), task(2, { due_date: addDays(today, -1) })];
  const sent = answers(changeMany, {
    done: 2,
    refused: 0,
    more: false,
    results: late.map(({ id }) => ({ id: String(id), ok: true })),
  });
  const back = answers(saveBatch, { data: [] });
  const user = open({ overdue: late });
  const fold = await screen.findByRole("button", { name: "Overdue 2" });
  expect(screen.queryByText("Task 1")).toBeNull();
  await user.click(fold);
  expect((await rowOf("Task 1")).textContent).toContain("3 days overdue");
  await user.click(screen.getByRole("button", { name: "Postpone all" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Today/ }));
  await expect
    .poll(() => sent[0]?.body)
    .toMatchObject({ ids: [idNo(1), idNo(2)], values: { due_date: today } });
  expect(await screen.findByText(`2 tasks postponed to ${today}`)).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect
    .poll(() => back[0]?.body.operations.map(({ id, values, base }) => [id, values, base]))
    .toEqual([
      [idNo(1), { due_date: addDays(today, -3) }, { due_date: today }],
      [idNo(2), { due_date: addDays(today, -1) }, { due_date: today }],
    ]);
});

it("of what was refused nothing is taken back", async () => {
  const late = [task(1, { due_date: addDays(today, -3) }), task(2, { due_date: addDays(today, -1) })];
  answers(changeMany, {
    done: 1,
    refused: 1,
    more: false,
    results: [
      { id: idNo(1), ok: true },
      { id: idNo(2), ok: false, status: 403, code: "forbidden" },
    ],
  });
  const back = answers(saveBatch, { data: [] });
  const user = open({ overdue: late });
  await user.click(await screen.findByRole("button", { name: "Postpone all" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Tomorrow/ }));
  expect(await screen.findByText(`1 task postponed to ${tomorrow}; 1 refused`)).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect.poll(() => back[0]?.body.operations.map(({ id }) => id)).toEqual([idNo(1)]);
});

it("a planned visit is logged as itself, then the next step is a task about the same", async () => {
  const sent = answers(changeRecord, { data: visit(2, "14:00", { status: "done" }), abilities });
  const made = answers(createRecord, { data: task(9), abilities });
  const user = open({ visits: [visit(2, "14:00")] });
  await user.click(await screen.findByRole("button", { name: "Log: Visit Wang Zihan" }));
  await user.type(await screen.findByRole("textbox", { name: "Log" }), "Wants the quote");
  await user.click(screen.getByRole("button", { name: "Log" }));
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([
      {
        type: "visit",
        content: "Wants the quote",
        status: "done",
        base: { type: "visit", content: null, status: "planned" },
      },
    ]);
  await user.type(await screen.findByRole("textbox", { name: "What’s the next step?" }), "Send it");
  await user.click(screen.getByRole("button", { name: /^Next Monday/ }));
  await user.click(within(screen.getByRole("form")).getByRole("button", { name: "New task" }));
  await expect
    .poll(() => made.map(({ body }) => body))
    .toEqual([{ subject: "Send it", due_date: nextMonday(today), regarding: deal }]);
  await expect.poll(() => screen.queryByRole("form")).toBeNull();
});

it("of a task something is logged, and it is done with it unless one says no", async () => {
  const made = answers(createRecord, { data: visit(9, "10:00"), abilities });
  const sent = answers(changeRecord, { data: task(1, { status: "done" }), abilities });
  const user = open({ tasks: [task(1)] });
  await user.click(await screen.findByRole("button", { name: "Log: Task 1" }));
  await user.type(await screen.findByRole("textbox", { name: "Log" }), "Sent{Control>}{Enter}{/Control}");
  await expect.poll(() => made[0]?.body).toMatchObject({ type: "call", content: "Sent", regarding: deal });
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([{ status: "done", base: { status: "open" } }]);
});

it("who only reads does nothing here, but may call", async () => {
  open({ tasks: [task(1)], visits: [visit(2, "14:00")], overdue: [task(3)] }, { role: "read_only" });
  expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Done: Task 1" })).disabled).toBe(
    true,
  );
  expect(screen.queryByRole("button", { name: /Postpone|Log/ })).toBeNull();
  expect(await screen.findByRole("link", { name: /138 1234 5678/ })).toBeTruthy();
});

it("nothing today says where to begin", async () => {
  open();
  expect(await screen.findByText("Nothing planned for today")).toBeTruthy();
  expect(screen.getByRole("link", { name: "New task" })).toBeTruthy();
});

it("of a long day the first ten stand there, the rest on request", async () => {
  const user = open({ tasks: Array.from({ length: 14 }, (_, at) => task(at + 1)) });
  await rowOf("Task 1");
  expect(screen.getAllByRole("listitem")).toHaveLength(10);
  await user.click(screen.getByRole("button", { name: "4 more" }));
  expect(screen.getAllByRole("listitem")).toHaveLength(14);
});
