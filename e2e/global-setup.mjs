import { chromium } from "playwright-core";
import { findBrowser } from "../scripts/browser.mjs";
import { buildIfChanged } from "../scripts/build.mjs";

/** One build and one browser for all files; each test has a context of its own in it. */
export async function setup() {
  await buildIfChanged();
  const executablePath = process.env["CHROMIUM_PATH"] ?? (await findBrowser());
  const server = await chromium.launchServer({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  process.env["SLUICE_E2E_BROWSER"] = server.wsEndpoint();
  return () => server.close();
}
