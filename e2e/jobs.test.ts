import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter } from "./support/window.ts";

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
});
afterAll(() => program.stop());

const ended = async (id: string): Promise<void> => {
  for (;;) {
    const { status } = (await api.call("GET", `/jobs/${id}`)).data;
    if (status !== "queued" && status !== "running") return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

test("background work is listed with its progress, and undone with what was changed since in view", async () => {
  const operations = Array.from({ length: 100 }, (_, at) => at);
  const ids: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const made = await api.call("POST", "/batch", {
      operations: operations.map((at) => ({
        op: "create",
        object: "account",
        values: { name: `Company ${round} ${at}`, industry: "steel" },
      })),
    });
    ids.push(...made.data.map(({ id }: { id: string }) => id));
  }
  const missing = "01890000-0000-7000-8000-000000000000";
  const { id } = await api.call("POST", "/records/account/bulk", {
    ids: [...ids, missing],
    values: { industry: "plastics" },
  });
  await ended(id);
  await api.call("PATCH", `/records/account/${ids[7]}`, { industry: "glass" });

  const { page } = await enter(program.url);
  await page.goto("/jobs");
  const row = page.locator("tr").filter({ hasText: "Bulk change" });
  await row.getByText("Done").waitFor();
  expect(await row.textContent()).toContain("301 of 301");
  expect(await row.getByRole("link", { name: "1 not accepted" }).getAttribute("href")).toBe(
    `/api/v1/jobs/${id}/errors.csv`,
  );
  await shot(page, "jobs-1440");
  await row.getByRole("button", { name: "Undo" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("299 will be restored").waitFor();
  await dialog.getByText("Company 0 7").waitFor();
  await shot(page, "undo-1440");
  await dialog.getByRole("button", { name: "Undo" }).click();
  await row.getByText("Undone").waitFor({ timeout: 30_000 });
  const undo = page.locator("tr").filter({ hasText: "Undo", hasNotText: "Bulk change" });
  await undo.getByText("1 not accepted").waitFor();
  await shot(page, "undone-1440");

  const { page: phone } = await enter(program.url, { language: "zh-CN", width: 390 });
  await phone.goto("/jobs");
  await phone.locator('[data-part="data-cards"]').getByText("批量处理").waitFor();
  await phone.locator('[data-part="data-cards"]').getByText("已撤销").waitFor();
  expect(await phone.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await shot(phone, "jobs-390");
});
const SHOTS = process.env["SLUICE_E2E_SHOTS"];
const shot = async (page: Page, name: string): Promise<unknown> =>
  SHOTS && page.screenshot({ path: `${SHOTS}/${name}.png` });
