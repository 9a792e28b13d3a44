import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { answered } from "../../../../testing/screens/answered.ts";
import { address, choose, keeps, type Showing, showPage } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import {
  answerImport,
  cancelImport,
  importFile,
  listImportRows,
  readImport,
  undoImport,
} from "../shared/imports.contract.ts";
import { inspectImportFile } from "../shared/inspection.contract.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { company, tried, unknown, written } from "./import-page.fixture.ts";

function open(answer: ImportAnswer, { path = "", ...showing }: Showing = {}) {
  for (const object of ["account", "contact"]) keeps(object, []);
  answers(readImport, { data: answer });
  return showPage(`/imports/${answer.id}${path}`, showing);
}

it("a dry run says what would happen, what is wrong over all rows, and imports the good ones once", async () => {
  const started = answers(importFile, { id: idNo(71) });
  const user = open(tried);
  expect(await answered()).toBe("2 rows can be imported, 1 has a problem");
  expect(screen.getByText("Nothing written")).toBeTruthy();
  const problems = within(screen.getByRole("region", { name: "Problems across all rows" }));
  expect(problems.getByText("7 rows")).toBeTruthy();
  expect(problems.getByText("e.g. “x” is no mail address")).toBeTruthy();
  expect(problems.getByText("Rows 2, 3, 4, 5, 6 …")).toBeTruthy();
  await user.dblClick(screen.getByRole("button", { name: "Import 2 valid rows" }));
  await expect.poll(address).toBe(`/imports/${idNo(71)}`);
  expect(started.map(({ body }) => body)).toEqual([{ from: tried.id }]);
});

it("the first rows show what would be written, and what keeps a row out", async () => {
  open(tried);
  const table = within(await screen.findByRole("table", { name: "First rows" }));
  expect(table.getByRole("row", { name: /1 Created Wang Li/ })).toBeTruthy();
  expect(table.getByRole("row", { name: /2 Failed ?“x” is no mail address Zhao Min/ })).toBeTruthy();
});

it("where every row failed there is nothing to import, but the failed rows as a file and a way back", async () => {
  answers(inspectImportFile, refusal(410, "file_gone"));
  const user = open({ ...tried, created: 0, updated: 0, failed: 3 });
  const now = await screen.findByRole<HTMLButtonElement>("button", { name: "Import 0 valid rows" });
  expect(now.disabled).toBe(true);
  expect(screen.getByRole("link", { name: /Download failed rows/ }).getAttribute("href")).toBe(
    tried.errors_file,
  );
  await user.click(screen.getByRole("button", { name: /Back to matching/ }));
  await expect.poll(address).toBe(`/imports/new?object=contact&from=${tried.id}`);
});

it("each value is asked about once; the best guess stands there, what is not settled is not sent", async () => {
  const sent = answers(answerImport, { id: tried.id });
  const user = open({ ...tried, questions: [company, unknown] });
  const asked = within(await screen.findByRole("region", { name: "Some values did not match exactly" }));
  expect(asked.getByText("4 rows")).toBeTruthy();
  expect(asked.getByText("Acme")).toBeTruthy();
  expect(asked.getByText("Not now")).toBeTruthy();
  await user.click(asked.getByRole("button", { name: "Apply and check again" }));
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([{ answers: { "q-company": idNo(90) } }]);
});

it("a value can mean a new record, nothing at all, or rows to leave out", async () => {
  const sent = answers(answerImport, { id: tried.id });
  const user = open({
    ...tried,
    questions: [company, unknown, { ...unknown, id: "q-3", cell: "Third" }],
  });
  const asked = within(await screen.findByRole("region", { name: "Some values did not match exactly" }));
  await choose(user, asked.getByRole("combobox", { name: "Company: Acmee" }), "Leave empty");
  const make = asked.getAllByRole("button", { name: "Create" });
  await user.click(make[1] ?? asked.getByText("there is nothing to make"));
  await choose(user, asked.getByRole("combobox", { name: "Company: Third" }), "Skip these rows");
  await user.click(asked.getByRole("button", { name: "Apply and check again" }));
  await expect
    .poll(() => sent.map(({ body }) => body.answers))
    .toEqual([{ "q-company": null, "q-unknown": { create: true }, "q-3": { skip: true } }]);
});

it("the first rows say options by their labels", async () => {
  const [row] = tried.preview;
  if (!row) throw new Error("A dry run shows its first rows");
  open({ ...tried, object: "lead", preview: [{ ...row, values: { rejected_reason: "no_budget" } }] });
  const first = within(await screen.findByRole("table", { name: "First rows" }));
  expect(first.getByRole("cell", { name: "No budget" })).toBeTruthy();
  expect(first.queryByRole("cell", { name: "no_budget" })).toBeNull();
});

it("values without a suggestion are answered together, and the button says which", async () => {
  const sent = answers(answerImport, { id: tried.id });
  const blank = { ...unknown, id: "q-blank", kind: "empty" as const, cell: "", creatable: false };
  const user = open({
    ...tried,
    questions: [company, unknown, { ...unknown, id: "q-3", cell: "Third" }, blank],
  });
  const asked = within(await screen.findByRole("region", { name: "Some values did not match exactly" }));
  expect(asked.getByText("3 values have no suggestion:")).toBeTruthy();
  expect(asked.queryByRole("button", { name: /Leave all empty .*: 3/ })).toBeNull();
  await user.click(asked.getByRole("button", { name: "Create all (Account: 2)" }));
  expect(asked.queryByText(/no suggestion/)).toBeNull();
  await user.click(asked.getByRole("button", { name: "Apply and check again" }));
  await expect
    .poll(() => sent.map(({ body }) => body.answers))
    .toEqual([{ "q-company": idNo(90), "q-unknown": { create: true }, "q-3": { create: true } }]);
});

it("an option that is missing is made in the question", async () => {
  const sent = answers(answerImport, { id: tried.id });
  const option = { ...company, id: "q-option", kind: "option" as const, field: "role", cell: "Buyer" };
  const user = open({ ...tried, questions: [option] });
  await user.click(await screen.findByRole("button", { name: "Add option “Buyer”" }));
  await user.click(screen.getByRole("button", { name: "Apply and check again" }));
  await expect.poll(() => sent.map(({ body }) => body.answers)).toEqual([{ "q-option": { create: true } }]);
});

it("a question about a whole column has no guess and no empty answer", async () => {
  const mark = {
    ...company,
    id: "q-mark",
    kind: "setting" as const,
    setting: "decimal_mark" as const,
    cell: "3.100",
    creatable: false,
    candidates: [
      { id: "comma", title: "3.100 = 3100" },
      { id: "point", title: "3.100 = 3.1" },
    ],
  };
  const user = open({ ...tried, questions: [mark] });
  const apply = await screen.findByRole<HTMLButtonElement>("button", { name: "Apply and check again" });
  expect(apply.disabled).toBe(true);
  await user.click(screen.getByRole("combobox", { name: "Company: 3.100" }));
  expect(await screen.findByText("3.100 = 3100")).toBeTruthy();
  expect(screen.queryByText("Leave empty")).toBeNull();
  expect(screen.queryByText("Skip these rows")).toBeNull();
});

it("an import leads to exactly the records that it wrote, and to the rows that are left", async () => {
  open(written);
  expect(await answered()).toBe("2 importedShow 2 records · 1 left to doContinue with these");
  const shown = screen.getByRole("link", { name: "Show 2 records" });
  const filter = new URLSearchParams(shown.getAttribute("href")?.split("?")[1]).get("filter");
  expect(filter).toBe(`id in ["${idNo(90)}", "${idNo(91)}"]`);
  expect(screen.getByRole("link", { name: "Continue with these" }).getAttribute("href")).toBe(
    `/imports/new?object=contact&from=${written.id}`,
  );
  expect(screen.queryByRole("button", { name: /Import good rows/ })).toBeNull();
});

it("where they are too many for an address, their rows are shown", async () => {
  open({ ...written, created: 120, updated: 3, rows: 124 });
  const shown = await screen.findByRole("link", { name: "Show 123 records" });
  expect(shown.getAttribute("href")).toBe(`/imports/${written.id}?rows=created`);
});

it("a figure leads to its rows: failed ones with their cells and why, further ones page by page", async () => {
  const row = { row: 2, outcome: "failed", record: null, title: null, cells: ["Zhao Min", "x"] } as const;
  const errors = [{ code: "not_an_email", message: "“x” is no mail address" }];
  const listed = answers(
    listImportRows,
    inTurn(
      { data: [{ ...row, errors }], page: { next: "2" } },
      { data: [{ ...row, row: 9, cells: ["Li", "y"], errors }], page: { next: null } },
    ),
  );
  const user = open(written, { path: "?rows=failed" });
  const table = within(await screen.findByRole("table", { name: "Rows" }));
  expect(table.getByRole("row", { name: /2 “x” is no mail address Zhao Min x/ })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Show more" }));
  expect(await table.findByRole("row", { name: /^9 / })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  expect(listed.map(({ query }) => [query.outcome, query.cursor])).toEqual([
    ["failed", undefined],
    ["failed", "2"],
  ]);
});

it("a running import shows how far it is and can be stopped; nothing is judged before its end", async () => {
  const stopped = answers(cancelImport, { id: written.id });
  const user = open({ ...written, status: "running", rows: 40, total: 100, progress: 0.4, undoable: false });
  expect(await screen.findByText(/40 \/ 100/)).toBeTruthy();
  expect(screen.queryByText(/imported/)).toBeNull();
  expect(screen.queryByRole("region", { name: "Problems across all rows" })).toBeNull();
  expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Stop import" }));
  await expect.poll(() => stopped.map(({ params }) => params.id)).toEqual([written.id]);
});

it("an undo asks first and says what will become of the records", async () => {
  const undone = answers(undoImport, { id: written.id });
  const user = open(written);
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Undo import"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/Created records go to the recycle bin/)).toBeTruthy();
  expect(undone).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Undo import" }));
  await expect.poll(() => undone.map(({ params }) => params.id)).toEqual([written.id]);
});

it("what an undo had to leave is listed with why, as a link where it is still there", async () => {
  const kept = { object: "contact", row: 1, fields: [] } as const;
  open({
    ...written,
    status: "undone",
    undoable: false,
    undo: {
      deleted: 5,
      restored: 1,
      kept_total: 2,
      kept: [
        { ...kept, id: idNo(90), title: "Wang Li", why: "changed", fields: ["title"] },
        { ...kept, id: idNo(91), title: "Zhao Min", why: "gone" },
      ],
    },
  });
  expect(await answered()).toBe("Undone: 5 deleted, 1 restored, 2 kept");
  expect(screen.getByRole("link", { name: "Wang Li" }).getAttribute("href")).toBe(
    `/records/contact/${idNo(90)}`,
  );
  expect(screen.getByText("Changed since: Job title")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Zhao Min" })).toBeNull();
  expect(screen.queryByRole("link", { name: /Show these/ })).toBeNull();
});

it("what the server refuses is told in its words", async () => {
  answers(cancelImport, refusal(409, "already_ended", { detail: "This import has already ended." }));
  const user = open({ ...written, status: "queued", undoable: false });
  await user.click(await screen.findByRole("button", { name: "Stop import" }));
  expect(await screen.findByText(/This import has already ended\./)).toBeTruthy();
});

it("an import that failed as a whole says why", async () => {
  open({
    ...written,
    status: "failed",
    error: { code: "open_quote", message: "A quotation mark is never closed" },
  });
  expect(await screen.findByText("A quotation mark is never closed")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Continue with these" })).toBeNull();
});

it("somebody else's import is not there", async () => {
  answers(readImport, refusal(404, "not_found", { detail: "This import does not exist." }));
  showPage(`/imports/${idNo(99)}`);
  expect(await screen.findByText("This import does not exist.")).toBeTruthy();
});
