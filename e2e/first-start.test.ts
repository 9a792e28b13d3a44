import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram } from "./support/program.ts";
import { openWindow } from "./support/window.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram({ isFirst: true });
});
afterAll(() => program.stop());

const PASSWORD = "gate-by-gate-2026";

test("the first person sets the company up, leaves, and comes in again", async () => {
  const { page, complaints } = await openWindow(program.url);
  await page.goto("/records/opportunity");
  await page.getByRole("heading", { name: "Get started" }).waitFor();
  await page.getByRole("button", { name: "Create company" }).click();
  await expect.poll(() => page.getByText(/^Please fill in (Company|Your name|Password)$/).count()).toBe(3);
  await page.getByLabel("Company", { exact: true }).fill("Henrun Instruments");
  await page.getByLabel("Your name").fill("Wang Li");
  await page.getByLabel("Login").fill("wang.li");
  await page.getByLabel("Choose a password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create company" }).click();
  await page.getByRole("alert").first().waitFor();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("422")]);
  await page.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create company" }).click();
  await page.getByRole("heading", { name: /Wang Li/ }).waitFor();
  await page.getByText("Henrun Instruments").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/");

  await page.getByRole("button", { name: "Wang Li" }).click();
  await page.getByText("Sign out").click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.goto("/records/account?q=steel");
  await page.getByLabel("Login").fill("wang.li");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Accounts" }).waitFor();
  expect(new URL(page.url()).searchParams.get("q")).toBe("steel");
});

test("a wrong password is told in words, and after several the door stays shut for a while", async () => {
  const { page, complaints } = await openWindow(program.url, { language: "zh-CN" });
  await page.goto("/");
  await page.getByRole("heading", { name: "登录" }).waitFor();
  await page.getByLabel("登录名").fill("wang.li");
  const words = page.getByRole("alert");
  for (let attempt = 0; attempt < 12; attempt++) {
    await page.getByLabel("密码", { exact: true }).fill(`wrong-password-${attempt}`);
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/v1/session"));
    await page.getByRole("button", { name: "登录", exact: true }).click();
    const status = (await answered).status();
    await words.waitFor();
    if (status === 429) break;
    expect(status).toBe(401);
    expect(await words.textContent()).toMatch(/[\u4e00-\u9fff]/);
  }
  await expect.poll(() => words.textContent()).toMatch(/次数|稍后|锁定|分钟/);
  expect(complaints.splice(0).filter((text) => !/40[19]|429|423/.test(text))).toEqual([]);
});
