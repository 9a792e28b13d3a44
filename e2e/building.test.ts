import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, drag, enter } from "./support/window.ts";

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
});
afterAll(() => program.stop());

test("an object with a stage and a field of its own is used in list and board at once", async () => {
  const { page } = await enter(program.url);
  await page.goto("/settings/objects");
  await page.getByRole("button", { name: "New object" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Chinese name").fill("样机试用");
  await dialog.getByLabel("English name").fill("Sample trial");
  await dialog.getByRole("switch").click();
  await dialog.getByRole("button", { name: "Add" }).click();
  await page.getByRole("heading", { name: /Sample trial/ }).waitFor();
  await page.getByRole("button", { name: "Add field" }).click();
  await page.getByRole("button", { name: "Add field: Money" }).click();
  await page.getByLabel("Chinese name").fill("押金");
  await page.getByLabel("English name").fill("Deposit");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Set up Deposit" }).waitFor();

  await page.goto("/settings/pipelines");
  await page.getByRole("button", { name: "New pipeline" }).click();
  await choose(page, dialog.getByLabel("Object"), "Sample trial");
  await dialog.getByLabel("Pipelines and gates (Chinese)").fill("试用流程");
  await dialog.getByLabel("Pipelines and gates (English)").fill("Trial path");
  await dialog.getByLabel("API name").fill("trial_path");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await dialog.getByRole("button", { name: "Publish" }).click();
  await page.getByText("Version 1", { exact: false }).first().waitFor();

  await page.getByRole("navigation").getByRole("link", { name: "Sample trial" }).click();
  await page.getByRole("button", { name: "New Sample trial" }).first().click();
  await dialog.getByLabel(/^Name/).fill("Flow meter at Henrun");
  await dialog.getByLabel("Deposit", { exact: true }).fill("2500");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => api.count("sample_trial_c", "deposit_c == 2500")).toBe(1);
  await page.goto("/records/sample_trial_c?view=board");
  const card = page.locator('[data-part="board-handle"]').filter({ hasText: "Flow meter at Henrun" });
  await card.waitFor();
  await drag(page, card, page.getByRole("region", { name: "Won", exact: true }));
  await page.mouse.up();
  await dialog.getByRole("button", { name: "Mark as won" }).click();
  await expect
    .poll(() => page.getByRole("region", { name: "Won", exact: true }).getByRole("heading").textContent())
    .toBe("Won1");
  await expect.poll(() => api.count("sample_trial_c", 'stage == "won"')).toBe(1);
});

test("a seller sees his own records and no settings of the company; a right given holds at once", async () => {
  const seller = await makePerson(api, "Zhao Lei", "seller");
  await api.make("opportunity", { name: "Mine", owner: seller.id });
  const foreign = await api.make("opportunity", { name: "Not mine" });
  const { page, complaints } = await enter(program.url, { as: seller });
  await page.goto("/records/opportunity?scene=all&view=list");
  await page.getByText("Mine", { exact: true }).first().waitFor();
  expect(await page.getByText("Not mine").count()).toBe(0);
  await page.goto(`/records/opportunity/${foreign}`);
  await page.getByText("Page or record not found").waitFor();
  // Asked together with others it is no failed request of the browser's.
  for (const one of complaints.splice(0)) expect(one).toContain("404");
  await page.goto("/settings/roles");
  await page.getByRole("heading", { name: "Settings" }).first().waitFor();
  await page.getByRole("link", { name: "Sessions" }).waitFor();
  for (const name of [
    "Company",
    "Roles and permissions",
    "Objects and fields",
    "Pipelines and gates",
    "API keys",
  ])
    expect(await page.getByRole("link", { name, exact: true }).count()).toBe(0);
  const change = (path: string, method: string) =>
    page.evaluate(
      async ([to, how]) =>
        (
          await fetch(`/api/v1${to}`, {
            method: how ?? "",
            headers: { "content-type": "application/json" },
            body: '{"name":"x"}',
          })
        ).status,
      [path, method],
    );
  expect([
    await change("/settings/company", "PATCH"),
    await change("/objects", "POST"),
    await change("/records/user", "POST"),
  ]).toEqual([403, 403, 403]);
  await expect.poll(() => complaints.length).toBe(3);
  complaints.splice(0);
});
