import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { exportFile } from "../../../../shared/wire/exports.contract.ts";

const open = (showing?: Showing) => showPage("/settings/moving", showing);
const rowTexts = async () =>
  within(await screen.findByRole("table", { name: "Move to another installation" }))
    .getAllByRole("row")
    .map((row) => row.textContent ?? "");

it("definitions go first and come a second time behind the teams; records in the order of their links", async () => {
  open();
  const rows = await rowTexts();
  const at = (pattern: RegExp) => rows.findIndex((text) => pattern.test(text));
  expect(at(/^1Package/)).toBe(1);
  expect(rows.filter((text) => /\dPackage/.test(text))).toHaveLength(2);
  expect(at(/\dAccounts/)).toBeLessThan(at(/\dContacts/));
  expect(at(/\dContacts/)).toBeLessThan(at(/\dOpportunities/));
  expect(rows.filter((text) => /\dDepartments/.test(text))).toHaveLength(2);
  expect(rows.find((text) => text.includes("Second run: department heads"))).toMatch(/Departments/);
});

it("each object is brought in by its own import", async () => {
  open();
  const row = await screen.findByRole("row", { name: /Accounts/ });
  expect(within(row).getByRole("link", { name: "Import" }).getAttribute("href")).toBe(
    "/imports/new?object=account",
  );
});

it("an export that is refused says why", async () => {
  const asked = answers(exportFile, refusal(403, "forbidden", { detail: "Your rows of today are used up" }));
  const user = open();
  const row = await screen.findByRole("row", { name: /Accounts/ });
  await user.click(within(row).getByRole("button", { name: "Export" }));
  expect(await screen.findByText(/Your rows of today are used up/)).toBeTruthy();
  expect(asked.map(({ body }) => body)).toEqual([{ object: "account", format: "xlsx", history: true }]);
});
