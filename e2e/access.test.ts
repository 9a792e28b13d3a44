import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, enter } from "./support/window.ts";

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
});
afterAll(() => program.stop());

test("a masked number is shown in full in its place, to who may, and that is on record", async () => {
  await api.make("role", {
    name: "clerk",
    label: { "zh-CN": "文员", en: "Clerk" },
    rights: {
      objects: { contact: { create: false, read: "all", update: "none", delete: "none" } },
      fields: { contact: { mobile: "mask" } },
      abilities: ["record.unmask"],
    },
  });
  const clerk = await makePerson(api, "Mo Li", "clerk");
  const id = await api.make("contact", { name: "Chen Yu", mobile: "13812345678" });
  const { page } = await enter(program.url, { as: clerk });
  await page.goto(`/records/contact/${id}`);
  const field = page.locator('[data-part="record-left"] [data-field="mobile"]');
  await field.getByText("138****5678").waitFor();
  await field.getByRole("button", { name: /^Show the full/ }).click();
  await field.getByText("13812345678").waitFor();
  expect(await field.textContent()).not.toContain("*");
  const { page: mine } = await enter(program.url);
  await mine.goto("/settings/audit?tab=access");
  await mine.getByText("Access and exports").click();
  await mine
    .getByRole("row", { name: /Mo Li.*Unmasked/ })
    .first()
    .waitFor();
});

test("before a role is saved it says who will see which records; viewing as one of them shows just that and changes nothing", async () => {
  await makePerson(api, "Lin Hai", "seller");
  await api.make("opportunity", { name: "Seen by all soon" });
  const { page } = await enter(program.url);
  await page.goto("/settings/roles");
  await page.getByRole("button", { name: /^Seller\b/ }).click();
  const row = page.getByRole("row").filter({ has: page.getByText("Opportunities", { exact: true }) });
  await row.getByText("Own").first().waitFor();
  await choose(page, row.getByRole("combobox").first(), "All");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByRole("row", { name: /Opportunity · view/ })
    .getByText("People: 1, +1 record")
    .waitFor();
  await dialog.getByText("Seen by all soon").waitFor();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });

  await page.goto("/settings/people");
  await page.getByRole("button", { name: "More Lin Hai" }).click();
  await page.getByRole("menuitem", { name: "View as this person" }).click();
  await page.getByText("Viewing as Lin Hai").first().waitFor();
  await page.goto("/records/opportunity?scene=all&view=list");
  await page.getByText("Seen by all soon").first().waitFor();
  expect(await page.getByRole("button", { name: /^(New|Create)/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Stop viewing" }).click();
  await page.getByText("Viewing as Lin Hai").waitFor({ state: "hidden" });
  await page.goto("/records/opportunity?scene=all&view=list");
  await page.getByRole("button", { name: /^New/ }).waitFor();
});
