import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { changeMany } from "../../../shared/wire/bulk.contract.ts";
import { createRecord } from "../../../shared/wire/records.contract.ts";
import { type Job, readJob } from "../../../shared/wire/jobs.contract.ts";
import { keeps, show, type Showing } from "../../../testing/screens/show.tsx";
import { answered } from "../../../testing/screens/answered.ts";
import { answers, inTurn, Otherwise, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { BatchBar, type BatchBarProps } from "./BatchBar.tsx";

const ids = [idNo(40), idNo(41)];
const refusedRow = {
  id: idNo(41),
  ok: false,
  code: "forbidden",
  errors: [{ code: "forbidden", message: "Not yours to delete" }],
};
const done = { done: 2, refused: 0, more: false, results: [] };
const half = { done: 1, refused: 1, more: false, results: [refusedRow] };
const running: Job = {
  id: idNo(50),
  kind: "bulk",
  label: { "zh-CN": "批量修改", en: "Bulk" },
  object: "contact",
  status: "running",
  done: 1,
  total: 2,
  result: null,
  error: null,
  errors_file: null,
  file: null,
  wanted: null,
  can_pause: false,
  can_cancel: false,
  can_undo: false,
  parent: null,
  created_at: "2026-11-30T02:00:00Z",
  finished_at: null,
};

function open(showing: Showing = {}, more: Partial<BatchBarProps> = {}) {
  keeps("contact", [{ id: idNo(41), name: "Chen Hao" }]);
  const onClear = vi.fn();
  const object = objectInfo("contact", showing.role);
  const bar = <BatchBar object={object} selection={new Set(ids)} beyond={null} onClear={onClear} {...more} />;
  return { user: show(bar, showing), onClear };
}
const button = (name: string) => screen.findByRole("button", { name });
/** Deletes what is selected; asked first. */
async function remove({ user }: ReturnType<typeof open>) {
  await user.click(await button("Delete"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("They go to the recycle bin and can be restored.")).toBeTruthy();
  await user.dblClick(dialog.getByRole("button", { name: "Delete" }));
}

it("deleting asks first, and goes once for all selected rows", async () => {
  const sent = answers(changeMany, done);
  const bar = open();
  await remove(bar);
  expect(await screen.findByText("2 done")).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([{ ids, delete: true }]);
  expect(bar.onClear).toHaveBeenCalled();
});

it("rows that were refused are named with their reasons, and the selection stays until that is read", async () => {
  answers(changeMany, half);
  const bar = open();
  await remove(bar);
  const row = await screen.findByRole("row", { name: /Not yours to delete/ });
  expect(await within(row).findByText("Chen Hao")).toBeTruthy();
  expect(await answered()).toBe("1 changed; 1 not accepted and left as they were");
  expect(bar.onClear).not.toHaveBeenCalled();
});

it("where no row passed, the refusal tells of each of them as well", async () => {
  answers(changeMany, refusal(422, "bulk_refused", { results: [refusedRow] }));
  await remove(open());
  expect(await answered()).toBe("Nothing was changed; 1 not accepted and left as they were");
});

it("many rows become a job, whose progress the bar shows until it has ended", async () => {
  answers(changeMany, new Otherwise(202, { id: running.id }));
  const ended: Job = { ...running, status: "done", result: { done: 2, refused: 0 } };
  answers(readJob, inTurn({ data: running }, { data: ended }));
  await remove(open());
  const progress = await screen.findByRole("link", { name: "Processing 1 of 2" });
  expect(progress.getAttribute("href")).toBe("/jobs");
  expect(await screen.findByText("2 done")).toBeTruthy();
});

it("all that the condition covers is chosen by one press, and sent as the condition", async () => {
  const sent = answers(changeMany, done);
  const beyond = { filter: 'title == "Buyer"', total: 340, more: false };
  const bar = open({}, { beyond });
  await bar.user.click(await button("Select all 340"));
  expect(screen.getByText("340 selected")).toBeTruthy();
  await remove(bar);
  expect(sent[0]?.body).toEqual({ filter: 'title == "Buyer"', delete: true });
});

it("only what the role may do is offered", async () => {
  open({ role: "seller" });
  expect(await button("Edit")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
});

it("tags are put on and taken off; one that is not there yet is made in passing", async () => {
  const [vip, cold, made] = [idNo(60), idNo(61), idNo(62)];
  keeps("tag", [
    { id: vip, name: "VIP", color: "blue" },
    { id: cold, name: "Cold", color: "" },
  ]);
  const created = answers(createRecord, {
    data: { id: made, name: "Fair" },
    abilities: { update: true, delete: true },
  });
  const sent = answers(changeMany, done);
  const { user, onClear } = open({ role: "administrator" });
  await user.click(await button("Tags"));
  const dialog = within(await screen.findByRole("dialog"));
  const apply = dialog.getByRole("button", { name: "Apply" });
  expect(apply).toHaveProperty("disabled", true);
  await user.click(await dialog.findByRole("combobox", { name: "Add" }));
  await user.click(await screen.findByText("VIP"));
  await user.type(dialog.getByRole("combobox", { name: "Add" }), "Fair");
  await user.click(await screen.findByText("New tag “Fair”"));
  await expect.poll(() => created.map(({ body }) => body?.["name"])).toEqual(["Fair"]);
  await user.click(apply);
  await expect
    .poll(() => sent.map(({ body }) => body.values))
    .toEqual([{ tags: { add: [vip, made], remove: [] } }]);
  await expect.poll(() => onClear.mock.calls).toHaveLength(1);
});
