import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { choose, fill, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { objectInfo } from "../../../../testing/screens/world.ts";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected, InspectedColumn } from "../shared/inspection.contract.ts";
import { makeColumnFields } from "../shared/new-fields.contract.ts";
import { MappingStep } from "./MappingStep.tsx";

const column = (name: string, field: string | null, ...samples: string[]): InspectedColumn => ({
  name,
  samples,
  suggestion: field === null ? null : { field, confidence: 1 },
});
const inspected: Inspected = {
  upload: "u-1",
  file_name: "deals.csv",
  columns: [
    column("Deal", "name", "Pump"),
    column("Value", "amount", "3.100"),
    column("Day", "close_date", "03/04/2026"),
    column("Shoe size", null, "42"),
  ],
  rows: 12,
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

function open(more: Partial<Inspected> = {}, showing: Showing = {}) {
  const onCheck = vi.fn<(options: Partial<ImportOptionsInput>) => void>();
  const onRead = vi.fn();
  const user = show(
    <MappingStep
      object={objectInfo("opportunity", showing.role)}
      inspected={{ ...inspected, ...more }}
      isStarting={false}
      onRead={onRead}
      onOther={() => undefined}
      onCheck={onCheck}
    />,
    showing,
  );
  const check = async () => {
    await user.click(screen.getByRole("button", { name: "Dry run" }));
    return JSON.parse(JSON.stringify(onCheck.mock.lastCall?.[0] ?? null));
  };
  return { user, onRead, onCheck, check };
}
const goesTo = (name: string) => screen.findByRole("combobox", { name: `${name}: Import to field` });

it("says how many columns have no field, and a field that another column has cannot be chosen again", async () => {
  const { user } = open();
  expect(await screen.findByText(/^1 column is not matched to a field yet/)).toBeTruthy();
  await user.click(await goesTo("Shoe size"));
  await user.paste("Close date");
  const option = await screen.findByText(/^(Expected )?[Cc]lose date/, {
    selector: ".ant-select-item-option *",
  });
  expect(option.closest(".ant-select-item-option")?.getAttribute("aria-disabled") ?? "").toBe("true");
});

it("a column that is cleared is left out, one that gets a link says how its record is found", async () => {
  const { user, check } = open();
  await choose(user, await goesTo("Shoe size"), "Account");
  await choose(user, screen.getByRole("combobox", { name: "If not found" }), "Create");
  expect((await check()).mapping).toMatchObject({
    Deal: { field: "name" },
    "Shoe size": { field: "account", by: ["name"], missing: "create" },
  });
});

it("a day can tell when a stage was entered, besides what it fills", async () => {
  const { user, check } = open();
  await goesTo("Day");
  const [history] = screen.getAllByRole("combobox", { name: "Use as history" });
  if (!history) throw new Error("a day may be history");
  await choose(user, history, "Date the final stage was entered");
  expect((await check()).mapping["Day"]).toEqual({ field: "close_date", stage_entered: "*" });
});

it("where a column may be read in two ways it is chosen, and sent with the mapping", async () => {
  const asking = inspected.columns.map((one) =>
    one.name === "Value"
      ? { ...one, decimal_mark: "ask" as const }
      : one.name === "Day"
        ? { ...one, date_order: "ask" as const }
        : one,
  );
  const { user, check } = open({ columns: asking });
  await goesTo("Value");
  expect(screen.getByText("Choose the decimal mark")).toBeTruthy();
  await choose(user, screen.getByRole("combobox", { name: "Decimal mark" }), "Comma: 1.234,56");
  await choose(user, screen.getByRole("combobox", { name: "Unit" }), "万元");
  await choose(user, screen.getByRole("combobox", { name: "Date order" }), "Day/month/year");
  expect((await check()).mapping).toMatchObject({
    Value: { field: "amount", decimal_mark: "comma", unit: "万元" },
    Day: { field: "close_date", date_order: "dmy" },
  });
});

it("records that are there are found by a mapped field; then it is said what becomes of them", async () => {
  const { user, check } = open();
  await goesTo("Deal");
  expect(screen.queryByLabelText("When a match is found")).toBeNull();
  await choose(user, screen.getByLabelText("Match existing records by"), "Opportunity name");
  await choose(user, screen.getByLabelText("When a match is found"), "Skip the row");
  await choose(user, screen.getByLabelText("Empty cells"), "Clear the field");
  expect(await check()).toMatchObject({ match: ["name"], on_match: "skip", empty: "clear" });
});

it("gates are passed only with a reason, and only by who may pass them", async () => {
  const { user, check, onCheck } = open();
  await goesTo("Deal");
  await user.click(screen.getByRole("checkbox", { name: /Make an exception at stage gates/ }));
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Dry run" });
  expect(button.disabled).toBe(true);
  expect(onCheck).not.toHaveBeenCalled();
  await fill(user, screen.getByLabelText(/Reason, e\.g\./), "past data");
  expect((await check()).gates).toEqual({ override: { reason: "past data" } });
});
it("who may not pass gates is not offered it", async () => {
  open({}, { role: "seller" });
  await goesTo("Deal");
  expect(screen.queryByRole("checkbox", { name: /Make an exception at stage gates/ })).toBeNull();
});

it("a value for all rows is given where no column has it, and taken away again", async () => {
  const { user, check } = open();
  await goesTo("Deal");
  await choose(user, screen.getByRole("combobox", { name: "Set a value for all rows" }), "Notes");
  await fill(user, screen.getByLabelText("Notes (all rows)"), "brought from Excel");
  expect((await check()).constants).toEqual({ description: { value: "brought from Excel" } });
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect((await check()).constants).toBeUndefined();
});

it("a mapping that was remembered is taken with all of its settings and its name", async () => {
  const options: ImportOptionsInput = {
    object: "opportunity",
    dry_run: false,
    match: ["name"],
    on_match: "skip",
    empty: "keep",
    mapping: { Deal: { field: "name" }, Value: { field: "amount", unit: "千元" }, Gone: { field: "source" } },
    save_as: "Monthly",
  };
  const { user, check } = open({ saved: [{ name: "Monthly", fits: true, options }] });
  const saved = within(await screen.findByRole("group", { name: "Saved mappings" }));
  await user.click(saved.getByRole("button", { name: "Monthly" }));
  expect(await check()).toMatchObject({
    match: ["name"],
    on_match: "skip",
    save_as: "Monthly",
    mapping: { Deal: { field: "name" }, Value: { field: "amount", unit: "千元" } },
  });
  expect((await check()).mapping).not.toHaveProperty("Gone");
});

it("another encoding is read anew: its separator and titles are looked for again", async () => {
  const { user, onRead } = open();
  await goesTo("Deal");
  const reading = within(screen.getByRole("group", { name: "How the file is read" }));
  await choose(user, reading.getByLabelText("Separator"), "Semicolon");
  expect(onRead).toHaveBeenLastCalledWith({
    hidden_rows: "read",
    total_rows: "skip",
    encoding: "utf-8",
    delimiter: ";",
  });
});

it("what is known of the file stands there with its places; rows of sums can be read after all", async () => {
  const notices: Inspected["notices"] = [
    {
      code: "total_rows_skipped",
      message: "1 row is a sum",
      count: 1,
      places: [{ row: 3, line: 5, column: "Value", cell: "12" }],
    },
  ];
  const { user, onRead } = open({ notices });
  expect(await screen.findByText(/1 row is a sum/)).toBeTruthy();
  await choose(user, screen.getByLabelText("Total rows"), "Import them too");
  expect(onRead).toHaveBeenLastCalledWith(expect.objectContaining({ total_rows: "read", header_row: 1 }));
});

it("a file with the history of another installation passes its gates with a reason that is shown", async () => {
  const { check } = open({ columns: [...inspected.columns, column("History", "history", "[]")] });
  await goesTo("Deal");
  expect((await check()).gates).toEqual({ override: { reason: "Migrated from another installation" } });
});

it("a date is shown as it will be read, and follows the order chosen", async () => {
  const day: InspectedColumn = { ...column("Day", "close_date", "03/04/2026"), date_order: "dmy" };
  const { user } = open({ columns: [day] });
  expect(await screen.findByText("Read as Day/month/year: 03/04/2026 → 2026-04-03")).toBeTruthy();
  await choose(user, screen.getByRole("combobox", { name: "Date order" }), "Month/day/year");
  expect(await screen.findByText("Read as Month/day/year: 03/04/2026 → 2026-03-04")).toBeTruthy();
});

it("columns without a field become fields in one go, as suggested or as changed, and are matched", async () => {
  const made = answers(makeColumnFields, { data: [{ column: "Grade", field: "grade_c" }] });
  const columns: InspectedColumn[] = [
    column("Deal", "name", "Pump"),
    {
      ...column("Grade", null, "A", "B"),
      new_field: { label: "Grade", kind: "select", options: ["A", "B", "C"] },
    },
    { ...column("Shoe size", null, "42"), new_field: { label: "Shoe size", kind: "integer" } },
  ];
  const { user, check } = open({ columns });
  await user.click(await screen.findByRole("button", { name: "Make fields for 2 unmatched columns" }));
  const drafts = within(screen.getByRole("region", { name: "New fields" }));
  expect(drafts.getByText("C")).toBeTruthy();
  await user.click(drafts.getByRole("checkbox", { name: /^Shoe size/ }));
  await fill(user, drafts.getByLabelText("Grade: Field name"), "Level");
  await user.click(drafts.getByRole("button", { name: "Make 1 field and match" }));
  await expect
    .poll(() => made.map(({ body }) => body))
    .toEqual([
      {
        object: "opportunity",
        columns: [{ column: "Grade", label: "Level", kind: "select", options: ["A", "B", "C"] }],
      },
    ]);
  expect(await screen.findByRole("button", { name: "Make fields for 1 unmatched column" })).toBeTruthy();
  expect(await check()).toMatchObject({ mapping: { Grade: { field: "grade_c" } } });
});

it("who may not make fields is told who can", async () => {
  open({}, { role: "seller" });
  expect(await screen.findByText("An administrator can make fields for these columns.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Make fields/ })).toBeNull();
});
