import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, giveSignIn } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { enter } from "./support/window.ts";

const LI = { login: "li@example.com", password: "Long-enough-for-all-77" };
let program: Program;
let admin: Api;
let li: string;
beforeAll(async () => {
  program = await startProgram();
  admin = await apiOf(program.url);
  li = await admin.make("user", { name: "李雷", login: LI.login });
  const [role] = await admin.find("role", 'name == "seller"');
  await admin.make("user_role", { user: li, role: role?.["id"] ?? null });
  await giveSignIn(admin, li, LI);
});
afterAll(() => program.stop());

test("what another gives me shows by itself as a red dot, opens its record and is read then", async () => {
  const { page } = await enter(program.url, { as: LI });
  await page.goto("/");
  await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
  const account = await admin.make("account", { name: "Handed Over Limited" });
  await admin.call("PATCH", `/records/account/${account}`, { owner: li });
  await page.getByRole("button", { name: "Notifications, 1 unread" }).click();
  await page.getByRole("link", { name: /Handed Over Limited/ }).click();
  await page.waitForURL(`**/records/account/${account}`);
  await page.getByRole("button", { name: "Notifications", exact: true }).waitFor();
  if (process.env["SLUICE_E2E_SHOTS"]) {
    await page.getByRole("button", { name: "Notifications", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await page.screenshot({ path: `${process.env["SLUICE_E2E_SHOTS"]}/bell.png` });
  }
});

test.each([1440, 390] as const)(
  "what exists is found before it is made again, also in another's hands, at %i",
  async (width) => {
    await admin.make("account", {
      name: `苏州恒润${width}精密机械有限公司`,
      phone: width === 390 ? "0512-66668888" : "0512-66669999",
    });
    const { page } = await enter(program.url, { as: LI, width, language: "zh-CN" });
    await page.goto("/duplicates");
    await page.getByLabel("总机").fill(width === 390 ? "0512 66668888" : "(0512)66669999");
    await page.getByText("苏州****公司").waitFor();
    await page.getByText("电话相同").waitFor();
    expect(await page.getByRole("link", { name: /苏州/ }).count()).toBe(0);
    if (process.env["SLUICE_E2E_SHOTS"])
      await page.screenshot({ path: `${process.env["SLUICE_E2E_SHOTS"]}/duplicates-${width}.png` });
    await page.getByLabel("总机").fill("0512-11112222");
    await page.getByText("没有找到相同或相近的记录").waitFor();
  },
);
