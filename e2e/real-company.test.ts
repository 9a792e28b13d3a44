import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { counts, done, goesTo, mappedTo, more, planOf, tryAndImport, upload } from "./support/import-page.ts";
import { type Program, startProgram } from "./support/program.ts";
import { deals, inStage, rowsOf, stoodOn } from "./support/sales-files.ts";
import { choose, enter } from "./support/window.ts";

const stage = (name: string, type: string, probability: number) => ({
  name: name.toLowerCase(),
  label: { "zh-CN": name, en: name },
  type,
  probability,
});
const STAGES = [
  stage("Prospecting", "open", 10),
  stage("Engaging", "open", 40),
  stage("Won", "won", 100),
  stage("Lost", "lost", 0),
];

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  const made = await api.call("POST", "/pipelines", {
    object: "opportunity",
    name: "hardware",
    label: { "zh-CN": "硬件", en: "Hardware" },
    stages: STAGES,
    rules: { allow_skip: true },
  });
  await api.call("POST", `/pipelines/${made.data.id}/publish`, {});
  await api.call("PATCH", `/pipelines/${made.data.id}`, { default: true });
});
afterAll(() => program.stop());

test("sellers, accounts and products come in as their files say", async () => {
  const { page } = await enter(program.url);
  await upload(page, "user", "sales_teams");
  if (!(await mappedTo(page, "sales_agent")).includes("Name"))
    await choose(page, goesTo(page, "sales_agent"), "Name");
  if (!(await mappedTo(page, "manager")).includes("Manager"))
    await choose(page, goesTo(page, "manager"), "Manager");
  if (!(await mappedTo(page, "regional_office")).includes("Department"))
    await choose(page, goesTo(page, "regional_office"), "Department");
  for (const column of ["manager", "regional_office"])
    await choose(page, planOf(page, column).getByLabel("If not found"), "Create");
  expect(await tryAndImport(page)).toMatchObject({ Rows: 35, Created: 35, Failed: 0, "Also created": 9 });
  expect(await api.count("user", 'department.name == "Central" && manager.name == "Dustin Brinkmann"')).toBe(
    rowsOf("sales_teams").filter((row) => row["manager"] === "Dustin Brinkmann").length,
  );

  await upload(page, "product", "products");
  expect(await mappedTo(page, "product")).toContain("Product name");
  expect(await tryAndImport(page)).toMatchObject({ Rows: 7, Created: 7, Failed: 0 });

  await upload(page, "account", "accounts");
  if (!(await mappedTo(page, "subsidiary_of")).includes("Parent"))
    await choose(page, goesTo(page, "subsidiary_of"), "Parent");
  const outcome = await tryAndImport(page);
  expect(outcome).toMatchObject({ Rows: 85, Created: 85, Failed: 0 });
  expect(await api.count("account", "parent != null")).toBe(
    rowsOf("accounts").filter((row) => row["subsidiary_of"]).length,
  );
  expect(await api.count("account", 'name == "Bluth Company" && parent.name == "Acme Corporation"')).toBe(1);
});

async function mapDeals(page: Page): Promise<void> {
  const wanted = {
    opportunity_id: "Name",
    sales_agent: "Owner",
    product: "Product",
    account: "Account",
    deal_stage: "Stage",
    close_value: "Amount",
    close_date: "Close date",
  };
  for (const [column, field] of Object.entries(wanted))
    if (!(await mappedTo(page, column)).includes(field)) await choose(page, goesTo(page, column), field);
  await choose(page, planOf(page, "engage_date").getByLabel("Use as history"), "Engaging");
  await choose(page, planOf(page, "close_date").getByLabel("Use as history"), "final stage");
  await page.getByRole("button", { name: "Dry run" }).click();
}
async function answerGtxPro(page: Page): Promise<void> {
  const questions = page.getByRole("region", { name: "Some values did not match exactly" });
  await choose(page, questions.getByRole("combobox"), "GTX Pro");
  await questions.getByRole("button", { name: "Apply and check again" }).click();
  await page.getByRole("button", { name: `Import ${deals.length} rows` }).click({ timeout: 90_000 });
}

test("deals come in with their history; GTXPro is asked about once; an undo leaves nothing; lists, board and the past say what the files say", async () => {
  const { page } = await enter(program.url);
  await upload(page, "opportunity", "sales_pipeline");
  await mapDeals(page);
  const questions = page.getByRole("region", { name: "Some values did not match exactly" });
  await questions.waitFor({ timeout: 90_000 });
  expect(await questions.getByRole("listitem").count()).toBe(1);
  const asked = deals.filter((deal) => deal["product"] === "GTXPro").length;
  expect(await questions.textContent()).toContain(String(asked));
  expect((await counts(page))["Failed"]).toBe(asked);
  expect(await api.count("opportunity", "")).toBe(0);
  await answerGtxPro(page);
  expect(await done(page)).toMatchObject({ Rows: 400, Created: 400, Updated: 0, Skipped: 0, Failed: 0 });
  expect(await api.count("product", "")).toBe(7);

  await more(page).click();
  await page.getByRole("menuitem", { name: "Undo import" }).click();
  await page.locator(".ant-modal-confirm").getByRole("button", { name: "Undo import" }).click();
  await page.getByText("Undone: 400 deleted, 0 restored").waitFor({ timeout: 90_000 });
  expect(await api.count("opportunity", "")).toBe(0);

  await upload(page, "opportunity", "sales_pipeline");
  await mapDeals(page);
  await answerGtxPro(page);
  expect(await done(page)).toMatchObject({ Rows: 400, Created: 400, Failed: 0 });
  await saysWhatTheFilesSay(page);
});

async function saysWhatTheFilesSay(page: Page): Promise<void> {
  const won = inStage("Won").reduce((sum, deal) => sum + Number(deal["close_value"]), 0);
  await page.goto("/records/opportunity?scene=all&view=board");
  // What is over counts this quarter only, until its strip is a column.
  for (const name of ["Won", "Lost"]) await page.getByRole("button", { name: `Expand “${name}”` }).click();
  for (const name of ["Prospecting", "Engaging", "Won", "Lost"])
    await headCount(page, name, inStage(name).length);
  const total = page.getByRole("region", { name: "Won", exact: true }).locator('[data-part="board-sum"]');
  await expect.poll(() => total.getAttribute("title")).toContain(won.toLocaleString("en"));
  await page.goto("/records/opportunity?scene=all&view=board&as_of=2017-06-30");
  for (const [name, count] of stoodOn("2017-06-30")) await headCount(page, name, count);
  const orphans = deals.filter((deal) => !deal["account"]).length;
  await page.goto(`/records/opportunity?scene=all&view=list&filter=${encodeURIComponent("account == null")}`);
  await expect
    .poll(() => page.locator('[data-part="page-header"]').first().textContent())
    .toContain(String(orphans));
  await page.goto("/records/opportunity?scene=all&view=list&as_of=2017-06-30");
  await expect
    .poll(() => page.locator('[data-part="page-header"]').first().textContent())
    .toContain(String(stoodOn("2017-06-30").reduce((sum, [, count]) => sum + count, 0)));
}
const headCount = async (page: Page, name: string, count: number): Promise<void> =>
  expect
    .poll(() => page.getByRole("region", { name, exact: true }).getByRole("heading").textContent())
    .toBe(`${name}${count}`);

test("the funnel says what the files say, and a figure leads to its records", async () => {
  const { page } = await enter(program.url);
  const [won, lost] = [inStage("Won"), inStage("Lost")];
  await page.goto("/insight/funnel?period=all");
  const figure = (name: string) =>
    page.getByRole("region", { name, exact: true }).locator('[data-part="insight-value"]');
  await expect
    .poll(() => figure("Win rate").textContent())
    .toBe(`${((100 * won.length) / (won.length + lost.length)).toFixed(1)}%`);
  const days =
    won.reduce(
      (sum, deal) =>
        sum + (Date.parse(deal["close_date"] ?? "") - Date.parse(deal["engage_date"] ?? "")) / 86_400_000,
      0,
    ) / won.length;
  await expect.poll(() => figure("Sales cycle").textContent()).toContain(days.toFixed(1));
  await figure("Won value").getByRole("link").click();
  await expect
    .poll(() => page.locator('[data-part="page-note"]').first().textContent())
    .toBe(String(won.length));
});

test("the slider leads through the days of list, record and funnel; what is searched for opens on that day", async () => {
  const { page } = await enter(program.url);
  const day = "2017-06-30";
  const onDay = stoodOn(day).reduce((sum, [, count]) => sum + count, 0);
  const slide = async (): Promise<void> => {
    const slider = page.getByRole("slider");
    await expect
      .poll(() => slider.evaluate((one: HTMLInputElement) => Number(one.min) < Number(one.value)))
      .toBe(true);
    await slider.press("ArrowLeft");
    await expect.poll(() => new URL(page.url()).searchParams.get("as_of")).toBe("2017-06-29");
  };
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/as_of=2017-06-29/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/records/opportunity?scene=all&view=list&as_of=${day}`);
  await expect
    .poll(() => page.locator('[data-part="page-header"]').first().textContent())
    .toContain(String(onDay));
  await slide();
  await page.locator('[data-part="earlier"][aria-busy="true"] [role="grid"]').waitFor();
  arrive();
  await page.locator('[data-part="earlier"][aria-busy="false"] [role="grid"]').waitFor();
  await page.unroute(/as_of=2017-06-29/);

  const [deal] = await api.find(
    "opportunity",
    'created_at < "2017-06-01T00:00:00Z" && stage_type == "won" && stage_entered_at > "2017-07-02T00:00:00Z"',
  );
  await page.goto(`/records/opportunity/${String(deal?.["id"])}?as_of=${day}`);
  await page.locator('[aria-current="step"]').getByText("Engaging").waitFor();
  await slide();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(String(deal?.["name"]));
  await page
    .getByText("Results open as of 2017-06-29", { exact: false })
    .or(page.getByText("2017-06-29").first())
    .first()
    .waitFor();
  await page.getByRole("option").first().click();
  await expect.poll(() => page.url()).toMatch(/\/records\/opportunity\/[0-9a-f-]{36}\?as_of=2017-06-29/);

  await page.goto(`/insight/funnel?period=all&as_of=${day}`);
  const wonBy = inStage("Won").filter((one) => (one["close_date"] ?? "") <= day).length;
  const won = page
    .getByRole("region", { name: "Won value", exact: true })
    .locator('[data-part="insight-under"]');
  await expect.poll(() => won.textContent()).toContain(String(wonBy));
  await slide();
});

test("a file that is none is refused in words, and Chinese ones from old spreadsheets are read", async () => {
  const { page, complaints } = await enter(program.url);
  await page.goto("/imports/new?object=account");
  const give = (name: string, content: Buffer) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: content });
  await give("broken.xlsx", Buffer.from("PK\u0003\u0004 this is no workbook"));
  await page.getByRole("alert").first().waitFor();
  await expect.poll(() => complaints.splice(0).length).toBe(1);
  await give("empty.csv", Buffer.from(""));
  await page.getByRole("alert").first().waitFor();
  await expect.poll(() => complaints.splice(0).length).toBe(1);
  const gbk = Buffer.from([
    0xbf, 0xcd, 0xbb, 0xa7, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xcb, 0xd5, 0xd6, 0xdd, 0xba, 0xe3, 0xc8, 0xf3,
    0x0a,
  ]);
  await give("gbk.csv", gbk);
  await page.getByText("苏州恒润").waitFor();
  expect(await mappedTo(page, "客户名称")).toContain("Account name");
  expect(await tryAndImport(page)).toMatchObject({ Rows: 1, Created: 1, Failed: 0 });
  expect(await api.count("account", 'name == "苏州恒润"')).toBe(1);
});
