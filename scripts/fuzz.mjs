// npm run fuzz -- --minutes 10: the tests of leaks, oracles and rights with random requests for that long. FUZZ_SEED repeats a run.
import { spawn } from "node:child_process";

const at = process.argv.indexOf("--minutes");
const minutes = at < 0 ? 10 : Number(process.argv[at + 1]);
if (!(minutes > 0)) {
  console.error("npm run fuzz -- --minutes 10");
  process.exit(1);
}
const tests = ["fuzz-rights", "kinds-of-leaks", "field-leak", "access-oracle", "match-oracle", "who-and-where"].map((name) => `${name}.test.ts`);
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", ...tests], {
  stdio: "inherit",
  env: { ...process.env, FUZZ_SECONDS: String(Math.round(minutes * 60)) },
});
child.on("exit", (code) => process.exit(code ?? 1));
