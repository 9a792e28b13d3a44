import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../src/shared/metadata/object.ts";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, drag, enter } from "./support/window.ts";

let program: Program;
let api: Api;
let account: string;
let seller: { id: string; login: string; password: string };
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  account = await api.make("account", { name: "Henrun Precision" });
  seller = await makePerson(api, "Lin Tao", "seller");
});
afterAll(() => program.stop());

const BOARD = "/records/opportunity?scene=all&view=board";
/** While a card is dragged, the name of a column goes on with what the gate says of it. */
const column = (page: Page, name: string) =>
  page.getByRole("region", { name: new RegExp(`^(${name}|“${name}”: .*)$`) });
const card = (page: Page, name: string) =>
  page.locator('[data-part="board-handle"]').filter({ hasText: name });
const dialog = (page: Page) => page.getByRole("dialog");
/** “Complete and move” while something is open, “Move to …” once all of it is met. */
const goOn = (page: Page) => dialog(page).locator('[data-part="gate-foot"] .ant-btn-primary');
/** A deal that has come to a stage, with what leaving it asks supplied, but for what the test is about. */
async function dealIn(
  stage: string,
  values: Values,
  left: readonly ("tasks" | "proposal" | "survey")[] = [],
): Promise<string> {
  const id = await api.make("opportunity", { account, requirement: "Twelve meters", ...values });
  if (stage !== "discovery")
    await api.call("POST", `/records/opportunity/${id}/transitions`, {
      to: stage,
      override: { reason: "prepared" },
    });
  const meet = { tasks: { criterion: "solution_tasks", value: true } };
  if (left.includes("tasks"))
    await api.call("POST", `/records/opportunity/${id}/gate`, { meet: [meet.tasks] });
  if (left.includes("proposal"))
    await api.make("file", {
      name: "proposal.pdf",
      document_type: "proposal",
      regarding: { object: "opportunity", id },
    });
  const answers = {
    problem: "old meters",
    impact: "stops",
    decider: "the plant manager",
    budget: "approved",
  };
  if (left.includes("survey"))
    await api.call("POST", `/records/opportunity/${id}/gate`, {
      meet: [{ criterion: "needs_survey_done", value: answers }],
    });
  return id;
}
const stageOf = async (id: string): Promise<unknown> =>
  (await api.call("GET", `/records/opportunity/${id}`)).data.stage;

test("a card dropped on a shut stage asks for what is missing, takes it in the dialog and moves", async () => {
  const id = await dealIn("solution", { name: "Flow meters" }, ["tasks", "proposal"]);
  const { page, complaints } = await enter(program.url);
  await page.goto(BOARD);
  await card(page, "Flow meters").waitFor();
  await drag(page, card(page, "Flow meters"), column(page, "Proposal"));
  await column(page, "Proposal").locator('[data-part="board-reason"]').waitFor();
  await page.mouse.up();
  await dialog(page).getByText("The amount must be above zero to make a proposal").waitFor();
  await goOn(page).click();
  await dialog(page)
    .getByText(/Close date/)
    .first()
    .waitFor();
  expect(await stageOf(id)).toBe("solution");
  await dialog(page).getByLabel("Amount", { exact: true }).fill("125000");
  await dialog(page).getByLabel("Close date").fill("2027-03-31");
  await page.keyboard.press("Enter");
  await goOn(page).click();
  await column(page, "Proposal")
    .locator('[data-part="board-handle"]')
    .filter({ hasText: "Flow meters" })
    .waitFor();
  await expect.poll(() => stageOf(id)).toBe("proposal");
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  // Undone, the card is back where it was, and what was filled in stays.
  await page.getByText("Moved to “Proposal”").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await column(page, "Solution")
    .locator('[data-part="board-handle"]')
    .filter({ hasText: "Flow meters" })
    .waitFor();
  expect(await stageOf(id)).toBe("solution");
  expect(
    await api.find(
      "opportunity",
      'name == "Flow meters" && amount == 125000 && close_date == date("2027-03-31")',
    ),
  ).toHaveLength(1);
});

test("by keys alone a card goes to the next column, and to the strip at the end", async () => {
  const contact = await api.make("contact", { name: "Ann Li", account });
  const id = await dealIn("discovery", { name: "Carried by keys", contact });
  const regarding = { object: "opportunity", id };
  await api.make("activity", {
    type: "call",
    content: "first talk",
    status: "done",
    occurred_at: "2026-11-20T02:00:00Z",
    regarding,
  });
  const { page } = await enter(program.url);
  await page.goto(BOARD);
  await card(page, "Carried by keys").focus();
  await page.locator('[data-part="board-hint"]').waitFor();
  const said = () => page.locator('[data-part="board-speech"]').textContent();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect.poll(said).toBe("“Carried by keys” over Needs analysis: can go in");
  await page.keyboard.press("Enter");
  await expect.poll(() => stageOf(id)).toBe("needs");
  const isFocused = () => page.evaluate(() => document.activeElement?.getAttribute("data-record"));
  await column(page, "Needs analysis").locator(`[data-record="${id}"]`).waitFor();
  await expect.poll(isFocused).toBe(id);
  await page.keyboard.press("Space");
  for (let at = 0; at < 9; at += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(said).toMatch(/^“Carried by keys” over Lost: /);
  await page.keyboard.press("Enter");
  await dialog(page).getByText("Say why it was lost").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => dialog(page).count()).toBe(0);
  await expect.poll(isFocused).toBe(id);
  expect(await stageOf(id)).toBe("needs");
});

test("losing asks for the reason; an override needs the right and is on record", async () => {
  const lost = await dealIn("needs", { name: "Lost case", owner: seller.id });
  const { page } = await enter(program.url);
  await page.goto(`/records/opportunity/${lost}`);
  await page.getByRole("button", { name: "Lost", exact: true }).click();
  await dialog(page).getByText("Say why it was lost").waitFor();
  await choose(page, dialog(page).getByRole("combobox").first(), "Customer");
  await goOn(page).click();
  await expect.poll(() => stageOf(lost)).toBe("lost");

  const pushed = await dealIn("needs", { name: "Pushed case", owner: seller.id });
  await page.goto(`/records/opportunity/${pushed}`);
  await page.getByRole("button", { name: "Move to “Solution”" }).click();
  await dialog(page).getByRole("button", { name: "Move anyway…" }).click();
  const override = dialog(page).getByRole("button", { name: "Move with exception" });
  expect(await override.isDisabled()).toBe(true);
  await dialog(page).getByLabel("Reason for the exception").fill("The customer signed the minutes on paper");
  await override.click();
  await expect.poll(() => stageOf(pushed)).toBe("solution");
  await page.getByText("Moved with exception: The customer signed the minutes on paper").first().waitFor();

  const other = await dealIn("needs", { name: "Seller case", owner: seller.id }, ["survey"]);
  const { page: theirs } = await enter(program.url, { as: seller });
  await theirs.goto(`/records/opportunity/${other}`);
  await theirs.getByRole("button", { name: "Move to “Solution”" }).click();
  await dialog(theirs).getByText("The customer has confirmed problem and impact in writing").waitFor();
  expect(await dialog(theirs).getByRole("button", { name: "Move anyway…" }).count()).toBe(0);
  for (const item of [
    "The customer has confirmed problem and impact in writing",
    "We know who takes the final decision",
  ])
    await dialog(theirs).getByLabel(item).check();
  await goOn(theirs).click();
  await expect.poll(() => stageOf(other)).toBe("solution");
});

test("an administrator builds a questionnaire and a gate by clicks, publishes, and the gate holds on a record", async () => {
  const { page } = await enter(program.url, { language: "zh-CN" });
  await page.goto("/settings/questionnaires");
  await page.getByRole("button", { name: "新建调研表" }).click();
  await dialog(page).getByLabel("调研表 (中文)").fill("产线调研表");
  await dialog(page).getByLabel("调研表 (英文)").fill("Line survey");
  await dialog(page).getByLabel("代码").fill("line_survey");
  await dialog(page).getByLabel("题目 (中文)").fill("现有产线规模");
  await dialog(page).getByLabel("题目 (英文)").fill("Size of the present line");
  await dialog(page).getByRole("button", { name: "保存" }).click();
  await page.locator('[data-part="pipeline-card"]').filter({ hasText: "产线调研表" }).waitFor();

  await page.goto("/settings/pipelines");
  await page.getByRole("link", { name: /标准 B2B 销售/ }).click();
  await page.getByRole("button", { name: "方案演示", exact: true }).click();
  await page.getByRole("tab", { name: /进入条件/ }).click();
  const added = page.locator('[data-part="criterion-card"]').last();
  const add = async (kind: string): Promise<void> => {
    await page.getByRole("button", { name: "添加条件" }).click();
    await page.getByRole("menuitem", { name: kind, exact: true }).click();
  };
  const asText = () => added.getByRole("button", { name: "写成表达式" }).click();
  await add("关联记录");
  await asText();
  await added.getByLabel("只计算满足此条件的记录").fill('type == "needs_interview" && status == "done"');
  await added.getByLabel("未满足时的提示 (中文)").fill("至少完成一次需求访谈");
  await added.getByLabel("未满足时的提示 (英文)").fill("At least one needs interview must be done");
  await add("条件");
  await asText();
  await added.getByLabel("须满足").fill("budget_confirmed = true");
  await added.getByLabel("未满足时的提示 (中文)").fill("预算尚未确认");
  await added.getByLabel("未满足时的提示 (英文)").fill("The budget is not confirmed");
  await add("填写调研表");
  await choose(page, added.getByRole("combobox"), "产线调研表");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await dialog(page).getByRole("button", { name: "发布", exact: true }).click();
  await page.getByText("第 2 版").first().waitFor();

  const id = await dealIn("needs", { name: "产线改造" }, ["survey"]);
  await page.goto(`/records/opportunity/${id}`);
  await page.getByRole("button", { name: "推进到“方案演示”" }).click();
  for (const reason of ["至少完成一次需求访谈", "预算尚未确认"])
    await dialog(page).getByText(reason).waitFor();
  for (const item of ["客户的问题和影响已书面确认", "知道谁做最终决定"])
    await dialog(page).getByLabel(item).check();
  await dialog(page).getByLabel("现有产线规模").fill("三条产线，年产 20 万台");
  const budget = dialog(page).locator('[data-part="gate-item"]').filter({ hasText: "预算尚未确认" });
  await budget.locator("button[role=switch], input[type=checkbox], .ant-select").first().click();
  await dialog(page).getByRole("button", { name: "新建跟进记录" }).click();
  const form = page.getByRole("dialog").filter({ has: page.getByLabel("内容", { exact: true }) });
  await form.getByLabel("内容", { exact: true }).fill("与设备部访谈");
  await form.getByRole("button", { name: "保存", exact: true }).click();
  await expect.poll(() => dialog(page).getByText("至少完成一次需求访谈").count()).toBe(0);
  await goOn(page).click();
  await expect.poll(() => stageOf(id)).toBe("solution");
  expect(await api.count("form_response", `regarding == "${id}"`)).toBe(2);
});
