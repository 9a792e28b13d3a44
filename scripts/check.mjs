#!/usr/bin/env node
// npm run check: everything that can be judged without running the program, two checks at a time. Each runs
// even where another one failed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installIfNeeded } from "./install.mjs";
import { root } from "./terminal.mjs";

await installIfNeeded();
const bin = (name) => join(root, "node_modules", ".bin", name);
const script = (name) => [process.execPath, [join(root, "scripts", name)]];
/** One that reads the program itself. */
const typed = (name) => [process.execPath, ["--import", "tsx", join(root, "scripts", name)]];
/** The longest first, on one processor; the snapshots last, when nobody reads what they write. */
const CHECKS = {
  types: script("check-types.mjs"),
  format: [bin("oxfmt"), ["--check"]],
  lint: [bin("oxlint"), []],
  records: typed("check-records.mjs"),
  statements: script("check-statements.mjs"),
  contracts: typed("check-contracts.mjs"),
  texts: script("check-texts.mjs"),
  words: script("check-words.mjs"),
  docs: script("check-docs.mjs"),
  imports: typed("check-imports.mjs"),
  guide: typed("check-guide.mjs"),
  "one place": script("check-one-place.mjs"),
  styles: script("check-styles.mjs"),
  sizes: script("check-sizes.mjs"),
};
const waiting = Object.entries(CHECKS).map(([name, [command, args]]) => [name, () => run(command, args)]);
if (existsSync(join(root, "scripts", "snapshots.ts"))) waiting.push(["snapshots", snapshotsHold]);
const failed = [];
await Promise.all([workOff(), workOff()]);
console.log(failed.length === 0 ? "all checks passed" : `failed: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);

/** One check after the other; what each says is printed when it has ended, by itself. */
async function workOff() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, judge] = next;
    const { holds, said } = await judge();
    console.log(`— ${name}`);
    process.stdout.write(said);
    if (!holds) failed.push(name);
  }
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ holds: code === 0, said }));
  });
}

/**
 * Makes the snapshots anew; what differs from the committed ones is left there to be looked at and committed.
 */
async function snapshotsHold() {
  const before = readSnapshots();
  const made = await run(process.execPath, ["--import", "tsx", join("scripts", "snapshots.ts")]);
  if (!made.holds) return made;
  const after = readSnapshots();
  const drifted = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  const said = drifted.map((name) => `snapshots/${name} has changed: look at the difference and commit it\n`);
  return { holds: drifted.length === 0, said: made.said + said.join("") };
}

function readSnapshots() {
  const folder = join(root, "snapshots");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
