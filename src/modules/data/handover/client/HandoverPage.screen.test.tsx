import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Job, readJob } from "../../../../shared/wire/jobs.contract.ts";
import { answered } from "../../../../testing/screens/answered.ts";
import { choose, keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../testing/screens/world.ts";
import { beginHandover, type HandoverPreview, previewHandover } from "../shared/handover.contract.ts";

const none = { approvals: 0, requests: 0, roles: 0, rules: 0, views: 0, shares: 0, jobs: 0 };
const preview: HandoverPreview = {
  user: { id: WANG_WEI, name: "Wang Wei", active: true, manager: LI_NA },
  duties: [{ object: "contact", field: "owner", open: 7, closed: 2 }],
  beside: { ...none, requests: 1 },
  teams: 0,
  sessions: 2,
  keys: 0,
};
const job: Job = {
  id: idNo(50),
  kind: "handover",
  label: { "zh-CN": "交接", en: "Handover" },
  object: "user",
  status: "done",
  done: 7,
  total: 7,
  result: { done: 6, refused: 1 },
  error: null,
  errors_file: "/api/v1/jobs/1/errors.csv",
  file: null,
  wanted: null,
  can_pause: false,
  can_cancel: false,
  can_undo: false,
  parent: null,
  created_at: "2026-11-30T02:00:00Z",
  finished_at: "2026-11-30T02:01:00Z",
};

function open(showing = {}) {
  keeps("user", [{ id: LI_NA, name: "Li Na" }]);
  answers(previewHandover, { data: preview });
  return showPage(`/handover/${WANG_WEI}`, showing);
}

it("says what hangs on the person and starts nothing without a successor", async () => {
  open();
  const row = await screen.findByRole("row", { name: /Contacts/ });
  expect(row.textContent).toContain("7");
  const start = screen.getByRole<HTMLButtonElement>("button", { name: "Choose a successor first" });
  expect(start.disabled).toBe(true);
});

it("the manager is one press away, a double click starts one job, and refusals can be fetched", async () => {
  answers(readJob, { data: job });
  const begun = answers(beginHandover, { id: job.id });
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Give to their manager Li Na" }));
  await user.dblClick(screen.getByRole("button", { name: "Hand over" }));
  await expect.poll(answered).toMatch(/1 could not be handed over/);
  expect(screen.getByRole("link", { name: "Download reasons" })).toBeTruthy();
  expect(begun.map(({ body }) => body)).toEqual([
    { to: LI_NA, objects: {}, deactivate: true, end_shares: true },
  ]);
});

it("what becomes of waiting requests follows whether the person leaves", async () => {
  const user = open();
  const row = await screen.findByRole("row", { name: /Their own pending requests/ });
  expect(row.textContent).toContain("Withdrawn when leaving");
  await user.click(screen.getByRole("checkbox", { name: /Leaving/ }));
  expect(row.textContent).toContain("Keep");
});

it("a refused hand-over says why and can be started again", async () => {
  answers(beginHandover, refusal(403, "exceeds_sight", { detail: "You do not see all of it" }));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Give to their manager Li Na" }));
  const start = screen.getByRole<HTMLButtonElement>("button", { name: "Hand over" });
  await user.click(start);
  expect(await screen.findByText("You do not see all of it")).toBeTruthy();
  expect(start.disabled).toBe(false);
});

it("one kind of record can go to somebody else, and back to the successor", async () => {
  answers(readJob, { data: job });
  const begun = answers(beginHandover, { id: job.id });
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Give to their manager Li Na" }));
  await choose(user, screen.getByRole("combobox", { name: "Contacts Someone else" }), "Li Na");
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  await expect.poll(answered).toMatch(/1 could not be handed over/);
  expect(begun.map(({ body }) => body.objects)).toEqual([{ contact: LI_NA }]);
});

it("who has nothing left can still leave, but is not handed over where they stay", async () => {
  keeps("user", [{ id: LI_NA, name: "Li Na" }]);
  answers(previewHandover, { data: { ...preview, duties: [], beside: none } });
  const user = showPage(`/handover/${WANG_WEI}`);
  await user.click(await screen.findByRole("button", { name: "Give to their manager Li Na" }));
  expect(screen.getByText("Nothing to hand over")).toBeTruthy();
  const start = screen.getByRole<HTMLButtonElement>("button", { name: "Hand over" });
  expect(start.disabled).toBe(false);
  await user.click(screen.getByRole("checkbox", { name: /Leaving/ }));
  expect(start.disabled).toBe(true);
});

it("somebody who is not there is said to be so", async () => {
  answers(previewHandover, refusal(404, "not_found", { detail: "There is nobody like that" }));
  showPage(`/handover/${WANG_WEI}`);
  expect(await screen.findByText("There is nobody like that")).toBeTruthy();
});
