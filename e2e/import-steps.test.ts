import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf } from "./support/api.ts";
import { done, goesTo, mappedTo } from "./support/import-page.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, enter } from "./support/window.ts";

const stage = (name: string, label: string, type = "open") => ({
  name,
  label: { "zh-CN": label, en: label },
  type,
  probability: 10,
});
const STAGES = [
  stage("contact", "初步接洽"),
  stage("needs", "需求分析"),
  stage("quote", "报价"),
  stage("talks", "商务谈判"),
  stage("won", "赢单", "won"),
  stage("lost", "输单", "lost"),
];
const MESSY = {
  name: "项目清单.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "项目名,客户单位,金额（万元）,阶段,预计签单,销售,备注",
      '智慧水务二期,远景水务,150.7,报价中,03/04/2027,梁红,"客户很急, 月底前"',
      "数据平台,新客户甲,80,需求/谈判,15/04/2027,张三,",
      "能源监测,新客户乙,12.5,初步接洽,20/05/2027,梁红,有竞争对手",
      '安防改造,远景水务,"1,200",需求分析,01/06/2027,,',
      "园区网络,新客户甲,60,商务谈判,02/07/2027,梁红,老客户",
    ].join("\n"),
  ),
};

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
  const made = await api.call("POST", "/pipelines", {
    object: "opportunity",
    name: "plain",
    label: { "zh-CN": "普通", en: "Plain" },
    stages: STAGES,
    rules: { allow_skip: true },
  });
  await api.call("POST", `/pipelines/${made.data.id}/publish`, {});
  await api.call("PATCH", `/pipelines/${made.data.id}`, { default: true });
  await api.make("account", { name: "宁波远景水务有限公司" });
  await api.make("user", { name: "梁红霞" });
});
afterAll(() => program.stop());

test("a messy file with ordinary Chinese titles comes in by six clicks at most", async () => {
  const { page } = await enter(program.url);
  let clicks = 1;
  const click = async (what: Locator): Promise<void> => {
    clicks += 1;
    await what.click();
  };
  await page.goto("/imports/new?object=opportunity");
  await page.locator('input[type="file"]').setInputFiles(MESSY);
  await page.getByText("Read as Day/month/year: 03/04/2027 → 2027-04-03").waitFor();
  await click(page.getByRole("button", { name: "Dry run" }));
  await click(page.getByRole("button", { name: /^Create all/ }));
  await click(page.getByRole("button", { name: "Apply and check again" }));
  await click(page.getByRole("button", { name: "Import 5 rows" }));
  expect(await done(page)).toMatchObject({ Rows: 5, Created: 5, Failed: 0 });
  expect(clicks).toBeLessThanOrEqual(6);
  expect(await api.count("opportunity", 'account.name == "宁波远景水务有限公司"')).toBe(2);
  expect(await api.count("opportunity", 'owner.name == "梁红霞"')).toBe(3);
  expect(await api.count("opportunity", 'amount == 1507000 && stage == "quote"')).toBe(1);
});

test("the steps go back and forth and over a reload, and what was chosen stays", async () => {
  const { page } = await enter(program.url);
  const steps = page.getByRole("navigation", { name: "Import steps" });
  await page.goto("/imports/new?object=opportunity");
  await page.locator('input[type="file"]').setInputFiles(MESSY);
  await choose(page, goesTo(page, "备注"), "Next step");
  await page.reload();
  await goesTo(page, "备注").waitFor();
  expect(await mappedTo(page, "备注")).toContain("Next step");
  await steps.getByRole("link", { name: "Upload" }).click();
  await page.getByRole("button", { name: "Continue to matching" }).click();
  expect(await mappedTo(page, "备注")).toContain("Next step");
  await page.getByRole("button", { name: "Dry run" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  const result = page.url();
  await steps.getByRole("link", { name: "Match" }).click();
  await goesTo(page, "备注").waitFor();
  expect(await mappedTo(page, "备注")).toContain("Next step");
  await steps.getByRole("link", { name: "Review" }).click();
  await page.waitForURL(result);
});
