#!/usr/bin/env node
// npm test: everything, on a clean checkout too. The last line is "N passed, N failed".
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildIfChanged } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { root, runProgram } from "./terminal.mjs";

const folder = mkdtempSync(join(tmpdir(), "sluice-report-"));
const report = join(folder, "report.json");
let count = { passed: 0, failed: 1 };
try {
  await installIfNeeded();
  await buildIfChanged();
  const env = { ...process.env, CHROMIUM_PATH: await findBrowser(), NODE_ENV: "test" };
  const args = [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  const code = await runProgram(
    process.execPath,
    [join(root, "node_modules", "vitest", "vitest.mjs"), ...args],
    { env },
  );
  count = counted(code);
} catch (error) {
  console.error(error.message);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = count.failed === 0 ? 0 : 1;
console.log(`${count.passed} passed, ${count.failed} failed`);

/**
 * A crash, an error outside of a test, a skipped test and a run without tests count as failures: none of them
 * says that all is well.
 */
function counted(code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numTotalTests: total } = JSON.parse(readFileSync(report, "utf8"));
  const failed = total - passed;
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
