import { existsSync } from "node:fs";
import { median } from "./measure.ts";
import type { Caller } from "./world.ts";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
/** A phone of the middle class. */
const SLOWER = 4;
const ROUNDS = 3;

/**
 * Seconds from opening the list of deals in a fresh browser, its processor four times slower, to its first
 * row, without a pause. Undefined without Chromium.
 */
export async function timeToInteractive(port: number, { headers }: Caller): Promise<number | undefined> {
  if (!existsSync(CHROMIUM)) return undefined;
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const token = /sluice_session=([^\r\n;]+)/.exec(headers)?.[1] ?? "";
  const seconds: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const window = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
      await window.addCookies([{ name: "sluice_session", value: token, url: `http://localhost:${port}` }]);
      const page = await window.newPage();
      const control = await window.newCDPSession(page);
      await control.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      const from = performance.now();
      await page.goto(`http://localhost:${port}/records/opportunity`);
      await page.waitForSelector('[data-part="grid-row"]', { timeout: 60_000 });
      // Idle: what was asked of it is painted, and it takes the next click.
      await page.evaluate("new Promise((resolve) => requestIdleCallback(resolve))");
      seconds.push((performance.now() - from) / 1000);
      await window.close();
    }
  } finally {
    await browser.close();
  }
  return median(seconds);
}
