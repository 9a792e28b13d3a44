import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, apiOf, makePerson } from "./support/api.ts";
import { type Program, startProgram } from "./support/program.ts";
import { choose, enter, openWindow, toast } from "./support/window.ts";

let program: Program;
let api: Api;
beforeAll(async () => {
  program = await startProgram();
  api = await apiOf(program.url);
});
afterAll(() => program.stop());

test("a number that cannot be taken stays as it was typed, is told in words, and is not saved over", async () => {
  const { page } = await enter(program.url, { width: 390 });
  await page.goto("/settings/retention");
  const days = page.getByLabel("Notifications Days to keep");
  const bin = page.getByLabel("Records in the recycle bin Days to keep");
  await bin.fill("90");
  await days.fill("99999");
  await days.press("Tab");
  expect(await days.inputValue()).toBe("99999");
  await page.getByText(/Enter a whole number from \d+ to 36,500/).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => days.evaluate((input) => input === document.activeElement)).toBe(true);
  await days.fill("thirty");
  await page.getByText(/Enter a whole number from \d+ to 36,500/).waitFor();
  await days.fill("３０");
  await page.getByRole("button", { name: "Save" }).click();
  await toast(page, "Saved");
  await page.reload();
  await expect.poll(() => days.inputValue()).toBe("30");
  expect(await bin.inputValue()).toBe("90");
});

test("the company’s settings are saved, once however often the button is pressed", async () => {
  const { page } = await enter(program.url);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().endsWith("/settings/company")) sent += 1;
  });
  await page.goto("/settings/company");
  const name = page.getByLabel("Company name");
  await name.fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Please fill in Company name").waitFor();
  expect(sent).toBe(0);
  await name.fill("Reed & River");
  await page.getByRole("button", { name: "Save" }).dblclick();
  await toast(page, "Saved");
  expect(sent).toBe(1);
  await page.reload();
  await expect.poll(() => name.inputValue()).toBe("Reed & River");
});

test("what a change of the security settings changed stands in the access log in words", async () => {
  const { page } = await enter(program.url);
  await page.goto("/settings/security");
  await page.getByLabel("Required for administrators").check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await toast(page, "Saved");
  await page.getByLabel("Optional").check();
  // Whoever leaves before the answer may leave before the question; the first message may still be seen.
  const saved = page.waitForResponse(
    (one) => one.request().method() !== "GET" && one.url().endsWith("/settings/security"),
  );
  await page.getByRole("button", { name: "Save" }).first().click();
  await saved;
  await page.goto("/settings/audit");
  await page.getByText("Access and exports").click();
  await page.getByText("Two-step sign-in optional → required for administrators").waitFor();
  const lines = page.getByRole("row", { name: /Security settings changed/ });
  // The periods of the test before.
  await lines.getByText("Retention: notifications forever → 30 days").waitFor();
  for (const text of await lines.allTextContents()) expect(text).not.toMatch(/[{}]|No changes/);
});

test("a sharing rule is for a role by its name, and never keeps an old condition while another stands in the builder", async () => {
  const { page } = await enter(program.url, { language: "zh-CN" });
  await page.goto("/settings/sharing-rules");
  await page.getByRole("button", { name: "新建规则" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("名称").fill("大单");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText("请先点“应用”").waitFor();
  await dialog.getByText("写成表达式").click();
  await dialog.locator("textarea").fill("amount >= 1000000");
  await dialog.getByRole("button", { name: "应用" }).click();
  await choose(page, dialog.getByLabel("共享给"), "财务");
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByRole("row", { name: /大单.*财务/ }).waitFor();
});

test("an erasure is asked for once however often it is clicked", async () => {
  await api.make("contact", { name: "Bo Twice" });
  const { page } = await enter(program.url);
  await page.goto("/settings/privacy");
  await page.getByRole("button", { name: "Request erasure" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog.getByLabel("Data subject"), "Bo Twice");
  await dialog.getByText("Content to be cleared: Contact 1").waitFor();
  await dialog.getByRole("button", { name: "Submit" }).dblclick();
  await toast(page, "Submitted");
  await page.getByRole("row", { name: /Bo Twice/ }).waitFor();
  expect(await page.getByRole("row", { name: /Bo Twice/ }).count()).toBe(1);
});

test("over plain http, where there is no clipboard, a secret can be copied all the same", async () => {
  const { page, context } = await enter(program.url);
  await context.addInitScript(
    "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })",
  );
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Copy" }).first().click();
  await toast(page, "Copied");
});

test("a second step that was tried too often leads back to the password, and says why", async () => {
  const person = await makePerson(api, "Fang Wu", "seller");
  await api.call("PATCH", "/settings/security", { second_factor: "everybody" });
  const { page, complaints } = await openWindow(program.url, { width: 390 });
  try {
    await page.goto("/");
    await page.getByLabel("Login").fill(person.login);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Open in the authenticator on this device" }).waitFor();
    expect(
      await page.getByRole("link", { name: /authenticator on this device/ }).getAttribute("href"),
    ).toMatch(/^otpauth:\/\/totp\//);
    await page.route("**/session/second-factor", (route) =>
      route.fulfill({
        status: 410,
        contentType: "application/problem+json",
        body: JSON.stringify({
          type: "about:blank",
          title: "Gone",
          status: 410,
          code: "challenge_gone",
          detail: "Gone.",
          errors: [],
          request_id: "1",
        }),
      }),
    );
    await page.getByLabel("Then enter the code it shows").fill("123456");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("This sign-in has expired. Enter your password again.").waitFor();
    await page.getByLabel("Password", { exact: true }).waitFor();
  } finally {
    await api.call("PATCH", "/settings/security", { second_factor: "nobody" });
  }
  expect(complaints.splice(0).filter((text) => !/401|410/.test(text))).toEqual([]);
});
