import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { ADMIN } from "./program.ts";

export interface WindowOptions {
  readonly language?: "zh-CN" | "en";
  readonly width?: 390 | 1440;
  readonly shade?: "light" | "dark";
}
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * What the browser complained about since the window was opened; a test that causes some itself takes them
   * out.
   */
  readonly complaints: string[];
}

let browser: Promise<Browser> | undefined;
const browserOf = (): Promise<Browser> =>
  (browser ??= chromium.connect(process.env["SLUICE_E2E_BROWSER"] ?? ""));

/** A fresh person's browser. When the test ends, nothing may stand in its console. */
export async function openWindow(
  url: string,
  { language = "en", width = 1440, shade = "light" }: WindowOptions = {},
): Promise<Window> {
  const isPhone = width === 390;
  const context = await (
    await browserOf()
  ).newContext({
    baseURL: url,
    viewport: { width, height: isPhone ? 844 : 900 },
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: language === "en" ? "en-GB" : "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(`localStorage.setItem("sluice.shade", ${JSON.stringify(shade)});`);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on(
    "console",
    (message) => message.type() === "error" && complaints.push(`${message.text()} ${message.location().url}`),
  );
  page.on("pageerror", (error) => complaints.push(String(error)));
  onTestFinished(async ({ task }) => {
    const failed = task.result?.state === "fail";
    if (failed && process.env["SLUICE_E2E_SHOTS"])
      await page
        .screenshot({
          path: `${process.env["SLUICE_E2E_SHOTS"]}/${task.name.replaceAll(/\W+/g, "-").slice(0, 60)}.png`,
        })
        .catch(() => undefined);
    await context.close();
    if (!failed && complaints.length > 0)
      throw new Error(`The browser complained:\n${complaints.join("\n")}`);
  });
  return { page, context, complaints };
}

/** A window of somebody who is signed in. */
export async function enter(
  url: string,
  options: WindowOptions & { readonly as?: { readonly login: string; readonly password: string } } = {},
): Promise<Window> {
  const { as: { login, password } = ADMIN, ...rest } = options;
  const opened = await openWindow(url, rest);
  const answer = await opened.context.request.post("/api/v1/session", {
    data: { login, password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`sign-in: ${await answer.text()}`);
  return opened;
}

/** Chooses in one of antd's selects as a person does: opens it, types, takes what it offers. */
export async function choose(page: Page, select: Locator, text: string): Promise<void> {
  await select.click();
  if (await select.isEditable()) await select.fill(text);
  const option = page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
    .filter({ hasText: text });
  await option.first().click();
}

/** Drags with a mouse, in steps, as dnd-kit wants it. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("nothing to drag");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2 + 10, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(160, end.height / 2), { steps: 12 });
}

/** The message that floats in from above. */
export const toast = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator(".ant-message-notice").filter({ hasText: text }).first().waitFor();
