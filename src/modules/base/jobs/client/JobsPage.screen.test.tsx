import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import {
  cancelJob,
  type Job,
  listJobs,
  pauseJob,
  previewJobUndo,
  resumeJob,
  undoJob,
} from "../../../../shared/wire/jobs.contract.ts";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";

const job: Job = {
  id: idNo(50),
  kind: "bulk",
  label: { "zh-CN": "批量修改", en: "Bulk change" },
  object: "contact",
  status: "running",
  done: 40,
  total: 100,
  result: null,
  error: null,
  errors_file: null,
  file: null,
  wanted: null,
  can_pause: true,
  can_cancel: true,
  can_undo: false,
  parent: null,
  created_at: "2026-11-30T02:00:00Z",
  finished_at: null,
};
const ended: Job = { ...job, status: "done", done: 100, can_pause: false, can_cancel: false, can_undo: true };
const lists = (...data: Job[]) => answers(listJobs, { data, page: { next: null } });

it("a running job says how far it is, and is paused by one press", async () => {
  lists(job);
  const paused = answers(pauseJob, { id: job.id });
  const user = showPage("/jobs");
  expect(await screen.findByText("40 of 100")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Pause" }));
  expect(paused.map(({ params }) => params.id)).toEqual([job.id]);
});

it("cancelling asks first", async () => {
  lists(job);
  const cancelled = answers(cancelJob, { id: job.id });
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Records already processed stay as they are.")).toBeTruthy();
  expect(cancelled).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Cancel job" }));
  expect(cancelled).toHaveLength(1);
});

it("an undo says what it would do and what stays before it is done", async () => {
  lists(ended);
  answers(previewJobUndo, {
    data: {
      deleted: 0,
      restored: 98,
      kept: [{ object: "contact", id: idNo(40), title: "Wang Li", why: "changed", fields: ["title"] }],
      kept_total: 2,
      complete: true,
    },
  });
  const undone = answers(undoJob, { id: idNo(51) });
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText(/98 will be restored and 0 deleted; 2 have been changed/)).toBeTruthy();
  expect(dialog.getByText("changed since: Job title")).toBeTruthy();
  expect(undone).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Undo" }));
  expect(undone.map(({ params }) => params.id)).toEqual([ended.id]);
});

it("an action that the server refuses is told in its words", async () => {
  lists(job);
  answers(pauseJob, refusal(409, "already_ended", { detail: "It has ended meanwhile" }));
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Pause" }));
  expect(await screen.findByText("It has ended meanwhile")).toBeTruthy();
});

it("refused records are offered as a file", async () => {
  lists({ ...ended, result: { done: 97, refused: 3 }, errors_file: "/api/v1/jobs/1/errors.csv" });
  showPage("/jobs");
  const link = await screen.findByRole("link", { name: "3 not accepted" });
  expect(link.getAttribute("href")).toBe("/api/v1/jobs/1/errors.csv");
});

it("says where nothing was started yet", async () => {
  lists();
  showPage("/jobs");
  expect(await screen.findByText("No background jobs yet")).toBeTruthy();
});

it("a list that failed is no empty list, and can be asked for again", async () => {
  let isDown = true;
  answers(listJobs, () => (isDown ? refusal(500, "internal") : { data: [job], page: { next: null } }));
  const user = showPage("/jobs");
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(screen.queryByText("No background jobs yet")).toBeNull();
  isDown = false;
  await user.click(again);
  expect(await screen.findByText("Bulk change")).toBeTruthy();
});

it("a paused job goes on by one press and can still be cancelled", async () => {
  lists({ ...job, status: "waiting", can_pause: false });
  const resumed = answers(resumeJob, { id: job.id });
  const user = showPage("/jobs");
  expect(await screen.findByText("Paused")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Cancel" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Resume" }));
  expect(resumed.map(({ params }) => params.id)).toEqual([job.id]);
});

it("what was asked of a job stands there until it happens, and a pause can be taken back", async () => {
  lists(
    { ...job, wanted: "pause", can_pause: false },
    { ...job, id: idNo(52), wanted: "cancel", can_pause: false, can_cancel: false },
  );
  showPage("/jobs");
  expect(await screen.findByText("Pausing")).toBeTruthy();
  expect(screen.getByText("Cancelling")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Resume" })).toHaveLength(1);
});

it("before a job knows its records it counts those that it has done", async () => {
  lists({ ...job, total: null, done: 1234 });
  showPage("/jobs");
  expect(await screen.findByText("1,234")).toBeTruthy();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

it("a job that failed says why; what it made is offered as long as it is kept", async () => {
  const url = `/api/v1/jobs/${idNo(53)}/file`;
  lists(
    {
      ...ended,
      status: "failed",
      can_undo: false,
      error: { code: "person_gone", message: "Its person is gone" },
    },
    {
      ...ended,
      id: idNo(53),
      kind: "export",
      can_undo: false,
      file: { name: "deals.xlsx", size: 100, url, until: "2026-12-01T02:00:00Z" },
    },
  );
  showPage("/jobs");
  expect(await screen.findByText("Its person is gone")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Download file" }).getAttribute("href")).toBe(url);
});

it("an undo whose preview failed cannot be begun; it can be asked for again", async () => {
  lists(ended);
  answers(previewJobUndo, refusal(409, "not_undoable", { detail: "It cannot be undone any more" }));
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("It cannot be undone any more")).toBeTruthy();
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Undo" }).disabled).toBe(true);
});

it("an import is undone without a preview: it lists what stays with itself", async () => {
  lists({ ...ended, kind: "import", label: { "zh-CN": "导入", en: "Import" } });
  const asked = answers(previewJobUndo, refusal(409, "not_undoable"));
  const undone = answers(undoJob, { id: job.id });
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Everything the import wrote will be reverted.")).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Undo" }));
  expect(undone.map(({ params }) => params.id)).toEqual([job.id]);
  expect(asked).toHaveLength(0);
});

it("earlier jobs come page by page", async () => {
  const asked = answers(listJobs, ({ query }) =>
    query.cursor === "next"
      ? { data: [{ ...job, id: idNo(54), object: "account" }], page: { next: null } }
      : { data: [job], page: { next: "next" } },
  );
  const user = showPage("/jobs");
  await user.click(await screen.findByRole("button", { name: "Load earlier" }));
  expect(await screen.findByText("Accounts")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Load earlier" })).toBeNull();
  expect(asked.map(({ query }) => query.cursor)).toEqual([undefined, "next"]);
});
