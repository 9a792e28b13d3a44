#!/usr/bin/env node
// npm run check: everything that can be judged without running the program. Each check runs even where an
// earlier one failed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installIfNeeded } from "./install.mjs";
import { root, runProgram } from "./terminal.mjs";

await installIfNeeded();
const bin = (name) => join(root, "node_modules", ".bin", name);
const script = (name) => [process.execPath, [join(root, "scripts", name)]];
/** One that reads the program itself. */
const typed = (name) => [process.execPath, ["--import", "tsx", join(root, "scripts", name)]];
const CHECKS = {
  format: [bin("oxfmt"), ["--check"]],
  lint: [bin("oxlint"), []],
  types: [bin("tsc"), ["-p", ".", "--noEmit"]],
  imports: typed("check-imports.mjs"),
  "one place": script("check-one-place.mjs"),
  records: typed("check-records.mjs"),
  statements: script("check-statements.mjs"),
  contracts: typed("check-contracts.mjs"),
  sizes: script("check-sizes.mjs"),
  texts: script("check-texts.mjs"),
  guide: typed("check-guide.mjs"),
  docs: script("check-docs.mjs"),
};
const failed = [];
for (const [name, [command, args]] of Object.entries(CHECKS)) {
  console.log(`— ${name}`);
  if ((await runProgram(command, args)) !== 0) failed.push(name);
}
if (existsSync(join(root, "scripts", "snapshots.ts")) && !(await snapshotsHold())) failed.push("snapshots");
console.log(failed.length === 0 ? "all checks passed" : `failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);

/**
 * Makes the snapshots anew; what differs from the committed ones is left there to be looked at and committed.
 */
async function snapshotsHold() {
  console.log("— snapshots");
  const before = readSnapshots();
  if ((await runProgram(process.execPath, ["--import", "tsx", join("scripts", "snapshots.ts")])) !== 0)
    return false;
  const after = readSnapshots();
  const drifted = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  for (const name of drifted)
    console.log(`snapshots/${name} has changed: look at the difference and commit it`);
  return drifted.length === 0;
}

function readSnapshots() {
  const folder = join(root, "snapshots");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
