import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, enter } from "./support/window.ts";

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  const account = await api.make("account", { name: "Wide Waters" });
  const deals = Array.from({ length: 30 }, (_, place) => ({
    op: "create",
    object: "opportunity",
    values: {
      name: `Deal ${String(place + 1).padStart(2, "0")}`,
      ...(place < 3 ? {} : { account }),
      amount: { amount: String((place + 1) * 1000), currency: "CNY" },
    },
  }));
  await api.call("POST", "/batch", { operations: deals });
  // Two that may leave the first stage: with somebody to talk to, and a talk that was held.
  const contact = await api.make("contact", { name: "Ann Li", account });
  for (const name of ["Deal 10", "Deal 11"]) {
    const [deal] = await api.find("opportunity", `name == "${name}"`);
    const id = String(deal?.["id"]);
    await api.call("PATCH", `/records/opportunity/${id}`, { contact });
    await api.make("activity", {
      type: "call",
      status: "done",
      content: "rang",
      regarding: { object: "opportunity", id },
    });
  }
});
afterAll(() => program.stop());

const LIST = "/records/opportunity?scene=all&view=list";
const rows = (page: Page) => page.locator('[data-part="grid-row"]');
const note = (page: Page) => page.locator('[data-part="page-note"]');
const cell = (page: Page, row: string, place: number) =>
  rows(page).filter({ hasText: row }).getByRole("gridcell").nth(place);

test("a condition is built in rows, read as text, kept in the address and saved as a view", async () => {
  const { page, context } = await enter(program.url);
  await page.goto(LIST);
  await expect.poll(() => note(page).textContent()).toBe("30");
  await page.getByRole("button", { name: "Filters" }).click();
  const panel = page.locator('[data-part="conditions"]');
  await choose(page, panel.getByLabel("Field").first(), "Amount");
  await choose(page, panel.getByLabel("Filters").first(), "≥");
  await panel.locator('[data-part="condition-value"] input').first().fill("25000");
  await panel.getByRole("button", { name: "Write as an expression" }).click();
  await expect.poll(() => panel.getByLabel("Write as an expression").inputValue()).toBe("Amount >= 25000");
  await panel.getByLabel("Write as an expression").fill("amont >= 28000");
  await panel.getByText(/did you mean .amount.\?/i).waitFor();
  await expect.poll(() => panel.getByRole("button", { name: "Apply" }).isDisabled()).toBe(true);
  await panel.getByLabel("Write as an expression").fill("amount >= 28000");
  await panel.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => note(page).textContent()).toBe("3");
  const second = await context.newPage();
  await second.goto(page.url());
  await expect.poll(() => note(second).textContent()).toBe("3");
  await second.close();

  await page.getByRole("button", { name: "Save as view" }).click();
  await page.getByLabel("View name").fill("The big ones");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("tab", { name: "The big ones", selected: true }).waitFor();
  await page.getByRole("tab", { name: "All", exact: true }).click();
  await expect.poll(() => note(page).textContent()).toBe("30");
  await page.reload();
  await page.getByRole("tab", { name: "The big ones" }).click();
  await expect.poll(() => note(page).textContent()).toBe("3");
});

test("columns are chosen once and stay; sorting stands in the address", async () => {
  const { page } = await enter(program.url);
  await page.goto(LIST);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Hide Account" }).click();
  await choose(page, page.getByLabel("Add column"), "Source");
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "Source" }).waitFor();
  await page.getByRole("columnheader", { name: "Amount" }).getByRole("button").click();
  await expect.poll(() => rows(page).first().textContent()).toContain("Deal 30");
  await page.reload();
  await expect.poll(() => rows(page).first().textContent()).toContain("Deal 30");
  await page.getByRole("columnheader", { name: "Source" }).waitFor();
  expect(await page.getByRole("columnheader", { name: "Account" }).count()).toBe(0);
});

test("a cell is changed in its place; a batch changes what may change and says what may not", async () => {
  const { page, complaints } = await enter(program.url);
  await page.goto(`${LIST}&sort=name`);
  await rows(page).filter({ hasText: "Deal 05" }).waitFor();
  const headers = await page.getByRole("columnheader").allTextContents();
  const amount = headers.findIndex((text) => text.startsWith("Amount"));
  await cell(page, "Deal 05", amount).dblclick();
  await page.locator('[data-part="cell-editor"] input').first().fill("7777");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await api.find("opportunity", 'name == "Deal 05" && amount == 7777')).length)
    .toBe(1);
  await expect.poll(() => cell(page, "Deal 05", amount).textContent()).toContain("7,777");

  for (const name of ["Deal 01", "Deal 02", "Deal 10", "Deal 11"])
    await rows(page).filter({ hasText: name }).getByRole("checkbox").check();
  const bar = page.getByRole("toolbar", { name: "4 selected" });
  await bar.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog.getByLabel("Field"), "Stage");
  await choose(page, dialog.getByLabel("Stage"), "Needs analysis");
  await dialog.getByRole("button", { name: "Apply" }).click();
  const outcome = page.getByRole("dialog", { name: "Result of the bulk change" });
  await expect
    .poll(() => outcome.locator('[data-part="answer-sentence"]').textContent())
    .toBe("2 changed; 2 not accepted and left as they were");
  expect(await outcome.getByRole("row").filter({ hasText: "Fill in “Account”" }).count()).toBe(2);
  await outcome.getByRole("button", { name: "Close" }).last().click();
  expect(await api.count("opportunity", 'stage == "needs"')).toBe(2);
  expect(complaints).toEqual([]);
});
