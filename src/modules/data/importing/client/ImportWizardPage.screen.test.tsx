import { cleanup, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, choose, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { importFile, readImport } from "../shared/imports.contract.ts";
import { type Inspected, inspectImportFile } from "../shared/inspection.contract.ts";

const inspected: Inspected = {
  upload: "u-1",
  file_name: "people.csv",
  columns: [
    { name: "Name", samples: ["Wang Li"], suggestion: { field: "name", confidence: 1 } },
    { name: "Shoe size", samples: ["42"], suggestion: null },
  ],
  rows: 120,
  format: "csv",
  encoding: "utf-8",
  delimiter: ",",
  header_row: 1,
  header_rows: 1,
  sheet: null,
  lines_sheet: null,
  hidden_rows: "read",
  total_rows: "skip",
  sheets: [],
  hidden_sheets: [],
  head: [],
  notices: [],
  saved: [],
  match: [],
};
const file = new File(["Name,Shoe size\nWang Li,42\n"], "people.csv", { type: "text/csv" });

function open({ path = "", ...showing }: Showing = {}) {
  for (const object of ["account", "contact"]) keeps(object, []);
  return showPage(`/imports/new?object=contact${path}`, showing);
}
const drop = async (user: ReturnType<typeof open>) => {
  await screen.findByText("Drop a file here or click to choose one");
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("There is nowhere to put a file");
  await user.upload(input, file);
};

it("a file is looked into first, and what has no field yet stands first", async () => {
  const looked = answers(inspectImportFile, { data: inspected });
  const user = open();
  await drop(user);
  expect(await screen.findByText("people.csv")).toBeTruthy();
  expect(screen.getByText("120 rows · 2 columns")).toBeTruthy();
  const selects = screen.getAllByLabelText(/: Import to field$/).map((one) => one.getAttribute("aria-label"));
  expect(selects).toEqual(["Shoe size: Import to field", "Name: Import to field"]);
  expect(looked).toHaveLength(1);
});

it("checking starts one dry run with the mapping as shown, and leads to it", async () => {
  answers(inspectImportFile, { data: inspected });
  answers(readImport, refusal(404, "not_found"));
  const started = answers(importFile, { id: idNo(70) });
  const user = open();
  await drop(user);
  await user.dblClick(await screen.findByRole("button", { name: "Dry run" }));
  await expect.poll(address).toBe(`/imports/${idNo(70)}`);
  expect(started.map(({ body }) => body)).toEqual([
    {
      upload: "u-1",
      options: expect.objectContaining({
        object: "contact",
        dry_run: true,
        mapping: { Name: { field: "name" } },
      }),
    },
  ]);
});

it("a file that cannot be read is refused in words, and another one can be given", async () => {
  const errors = [{ code: "no_rows", message: "There is no row below the titles" }];
  answers(inspectImportFile, refusal(422, "invalid_options", { detail: "This file is empty", errors }));
  const user = open();
  await drop(user);
  expect((await screen.findByRole("alert")).textContent).toContain("There is no row below the titles");
  expect(screen.getByText("Drop a file here or click to choose one")).toBeTruthy();
});

it("a mapping of no column cannot be tried", async () => {
  const [, shoe] = inspected.columns;
  answers(inspectImportFile, { data: { ...inspected, columns: shoe ? [shoe] : [] } });
  const user = open();
  await drop(user);
  const check = await screen.findByRole<HTMLButtonElement>("button", { name: "Dry run" });
  expect(check.disabled).toBe(true);
});

it("who may not import is told so and offered nothing", async () => {
  open({ role: "read_only", language: "zh-CN" });
  expect(await screen.findByText("你没有导入权限，需要时请联系管理员。")).toBeTruthy();
  expect(document.querySelector('input[type="file"]')).toBeNull();
});

const steps = () => within(screen.getByRole("navigation", { name: "Import steps" }));

it("a reload finds the file by the address, with what was chosen for it", async () => {
  answers(inspectImportFile, { data: inspected });
  const user = open();
  await drop(user);
  await choose(user, await screen.findByLabelText("Shoe size: Import to field"), "Job title");
  await expect.poll(address).toBe("/imports/new?object=contact&upload=u-1");
  cleanup();
  const again = answers(inspectImportFile, { data: inspected });
  open({ path: "&upload=u-1" });
  const row = await screen.findByLabelText("Shoe size: Import to field");
  expect(row.closest("[data-part=mapping-row]")?.textContent).toContain("Job title");
  expect(again.map(({ body }) => body)).toEqual([expect.objectContaining({ upload: "u-1" })]);
});

it("one goes back to the file and forth again, and the matching is as it was", async () => {
  answers(inspectImportFile, { data: { ...inspected, upload: "u-2" } });
  const user = open();
  await drop(user);
  await choose(user, await screen.findByLabelText("Shoe size: Import to field"), "Job title");
  await user.click(steps().getByRole("link", { name: "Upload" }));
  const kept = within(await screen.findByRole("region", { name: "File uploaded" }));
  expect(kept.getByText("people.csv")).toBeTruthy();
  expect(steps().queryByText(/unmatched/)).toBeNull();
  await user.click(steps().getByRole("link", { name: "Match" }));
  const row = await screen.findByLabelText("Shoe size: Import to field");
  expect(row.closest("[data-part=mapping-row]")?.textContent).toContain("Job title");
});

it("another file takes over the matching of columns of the same name", async () => {
  const [name, shoe] = inspected.columns;
  if (!name || !shoe) throw new Error("The file has two columns");
  answers(
    inspectImportFile,
    inTurn(
      { data: { ...inspected, upload: "u-3" } },
      { data: { ...inspected, upload: "u-4", file_name: "more.csv", columns: [shoe, name] } },
    ),
  );
  const user = open();
  await drop(user);
  await choose(user, await screen.findByLabelText("Shoe size: Import to field"), "Job title");
  await user.click(screen.getByRole("button", { name: "Choose another file" }));
  await drop(user);
  expect(await screen.findByText("more.csv")).toBeTruthy();
  await expect.poll(address).toBe("/imports/new?object=contact&upload=u-4");
  const row = screen.getByLabelText("Shoe size: Import to field");
  expect(row.closest("[data-part=mapping-row]")?.textContent).toContain("Job title");
});

it("of a dry run the steps lead back to the file and forth to its result", async () => {
  answers(inspectImportFile, {
    data: {
      ...inspected,
      from: idNo(70),
      dry_run: true,
      failed: 1,
      options: {
        object: "contact",
        dry_run: true,
        on_match: "update",
        empty: "keep",
        mapping: { Name: { field: "name" } },
      },
    },
  });
  open({ path: `&from=${idNo(70)}` });
  await screen.findByText("people.csv");
  expect(steps().getByRole("link", { name: "Review" }).getAttribute("href")).toBe(`/imports/${idNo(70)}`);
  expect(steps().getByRole("link", { name: "Upload" }).getAttribute("href")).toBe(
    `/imports/new?object=contact&from=${idNo(70)}&step=upload`,
  );
  expect(screen.getByText("1 column is not matched to a field yet; shown first")).toBeTruthy();
});

it("a file that has expired is asked for again", async () => {
  answers(inspectImportFile, refusal(404, "upload_gone", { detail: "The uploaded file has expired." }));
  open({ path: "&upload=u-9" });
  expect((await screen.findByRole("alert")).textContent).toContain("The uploaded file has expired.");
  expect(screen.getByText("Drop a file here or click to choose one")).toBeTruthy();
});
