#!/usr/bin/env node
// npm run fuzz -- --minutes 10: the tests of leaks, oracles and rights with random requests for that long.
// FUZZ_SEED repeats a run.
import { endUnlessCalledRightly, runProgram, say } from "./terminal.mjs";

const command = { name: "npm run fuzz", options: { minutes: { "zh-CN": "分钟", en: "MINUTES" } } };
const minutes = Number(endUnlessCalledRightly(command).options.minutes ?? 10);
if (!(minutes > 0 && minutes <= 1440)) {
  console.error(
    say("--minutes 应为大于 0、不超过 1440 的数字。", "--minutes must be a number above 0 and up to 1440."),
  );
  process.exit(2);
}
const tests = [
  "fuzz-rights",
  "kinds-of-leaks",
  "kinds-of-writes",
  "kinds-again",
  "hidden-stage",
  "field-leak",
  "access-oracle",
  "match-oracle",
  "who-and-where",
].map((name) => `${name}.test.ts`);
const env = { ...process.env, FUZZ_SECONDS: String(Math.round(minutes * 60)) };
process.exit(
  await runProgram(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "unit",
      `--testTimeout=${(minutes + 2) * 60_000}`,
      ...tests,
    ],
    {
      env,
    },
  ),
);
