import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../src/shared/metadata/object.ts";
import { type Api, apiOf } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, enter } from "./support/window.ts";

let program: Program;
let api: Api;
const label = (text: string) => ({ "zh-CN": text, en: text });
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  await api.call("POST", "/objects", { name: "offer", label: label("Offer") });
  await api.call("POST", "/objects", { name: "offer_line", label: label("Offer line"), sharing: "everyone" });
  for (const field of [
    { name: "offer", kind: "link", targets: ["offer_c"], on_delete: "cascade" },
    { name: "product", kind: "link", targets: ["product"], on_delete: "refuse" },
    { name: "place", kind: "integer" },
  ])
    await api.call("POST", "/objects/offer_line_c/fields", { ...field, label: label(field.name) });
  for (const name of ["Pump", "Valve", "Gauge"]) await api.make("product", { name, code: name });
});
afterAll(() => program.stop());

test("lines with amounts are made in the settings, pasted by the hundred, edited, saved and found again, on a phone as cards", async () => {
  const { page } = await enter(program.url);
  await page.goto("/settings/objects/offer_c");
  await page.getByRole("button", { name: "Add field" }).click();
  await page.getByRole("button", { name: "More types" }).click();
  await page.getByRole("button", { name: "Add field: Lines" }).click();
  await page.getByLabel("Chinese name").fill("明细");
  await page.getByLabel("English name").fill("Lines");
  await choose(page, page.getByLabel(/^Lines are records of/), "Offer line");
  await choose(page, page.getByLabel(/^Link field that points here/), "offer");
  await choose(page, page.getByLabel("Field for the order"), "place");
  await page.getByText("Work out amounts").click();
  await page.getByRole("button", { name: "Create the usual fields" }).click();
  await expect.poll(() => page.getByTitle("Quantity", { exact: true }).count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Set up Lines" }).waitFor();

  const id = await api.make("offer_c", { name: "Plant in Suzhou" });
  await page.goto(`/records/offer_c/${id}`);
  await page.getByRole("tab", { name: "Lines" }).click();
  const grid = page.getByRole("grid", { name: "Lines" });
  await page.getByRole("button", { name: "Add line" }).click();
  const cell = (column: string, n: number) =>
    grid.getByRole("gridcell", { name: new RegExp(`^${column}, line ${n}:`) });
  const heads = (await grid.getByRole("columnheader").allTextContents()).map((head) => head.replace("*", ""));
  const at = (name: string) => heads.indexOf(name) - 1;
  const rows = Array.from({ length: 300 }, (_, n) => {
    const cells = heads.slice(1).map(() => "");
    cells[at("Name")] = `Item ${n + 1}`;
    cells[at("product")] = ["Pump", "Valve", "Gauge"][n % 3] ?? "";
    cells[at("Quantity")] = "2";
    cells[at("Unit price")] = "¥1,000.50";
    cells[at("Tax rate")] = "13%";
    return cells.join("\t");
  });
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join("\r\n"));
  await cell("Name", 1).click();
  await page.keyboard.press("ControlOrMeta+v");
  const foot = page.locator('[data-part="lines-foot"]');
  await foot.getByText("300 lines").waitFor();
  await foot.getByText("¥600,300.00").waitFor();
  await expect.poll(() => page.getByText("to check").count()).toBe(0);
  await cell("Quantity", 2).click();
  await page.keyboard.type("10");
  await page.keyboard.press("Enter");
  await foot.getByText("¥608,304.00").waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const total = async () => {
    const [offer] = await api.find("offer_c", `id == "${id}"`);
    return (offer?.["total_c"] as Values | undefined)?.["amount"];
  };
  await expect.poll(total).toBe("687383.52");
  await page.reload();
  await page.getByRole("tab", { name: "Lines" }).click();
  await foot.getByText("¥687,383.52").waitFor();
  await cell("product", 2).getByText("Valve").waitFor();

  const { page: phone } = await enter(program.url, { width: 390 });
  await phone.goto(`/records/offer_c/${id}`);
  await phone.getByRole("tab", { name: "Lines" }).click();
  await phone.getByRole("button", { name: "Edit line 2", exact: true }).click();
  const sheet = phone.getByRole("dialog");
  await sheet.getByLabel("Quantity", { exact: true }).fill("2");
  await sheet.getByRole("button", { name: "Done" }).click();
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(total).toBe("678339.00");
});
