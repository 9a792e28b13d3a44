import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "../src/platform/config/read-arguments.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const env = process.env;
const chosen = ["zh-CN", "en"].find((language) => language === env.SLUICE_LANGUAGE);
const isChinese = chosen
  ? chosen === "zh-CN"
  : (env.LC_ALL || env.LC_MESSAGES || env.LANG || "").toLowerCase().startsWith("zh");

/** The text in the language of the terminal, by the same rule as the server. */
export const say = (zh, en) => (isChinese ? zh : en);

/**
 * What the command was called with; where it was not called rightly, ends with a sentence and 2 before
 * anything is begun.
 */
export function endUnlessCalledRightly(command) {
  const given = readArguments(command, process.argv.slice(2));
  if (given.ok) return given;
  console.error(say(given.text["zh-CN"], given.text.en));
  process.exit(2);
}

/**
 * Runs a program in the project's root with our terminal; resolves with its exit code. `heard` gets its
 * standard output as well.
 */
export function runProgram(command, args, { heard, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", heard ? "pipe" : "inherit", "inherit"],
      ...options,
    });
    child.stdout?.on("data", (chunk) => {
      process.stdout.write(chunk);
      heard(chunk.toString());
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}
