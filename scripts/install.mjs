import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runProgram, say } from "./terminal.mjs";

/** `npm ci` where what is installed is not what package-lock.json says. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  console.log(say("正在安装依赖……", "Installing dependencies…"));
  const code = await runProgram(
    "npm",
    ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      shell: process.platform === "win32",
    },
  );
  if (code !== 0)
    throw new Error(
      say(
        "依赖安装失败，请检查网络后重试。",
        "The dependencies could not be installed; check the network and try again.",
      ),
    );
}

/** npm keeps in node_modules the list of what it installed. */
function isInstalled() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(list, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (present[path] ? present[path].version === version : optional === true),
  );
}
