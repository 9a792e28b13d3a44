import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
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

function open(showing?: Showing) {
  for (const object of ["account", "contact"]) keeps(object, []);
  return showPage("/imports/new?object=contact", showing);
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
