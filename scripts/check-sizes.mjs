#!/usr/bin/env node
// Files have at most 300 lines, above 400 is an error; the median stays under 80. (Functions: max-lines-per-function in .oxlintrc.json.)
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./terminal.mjs";

const sizes = [];
for (const folder of ["src", "scripts", "e2e", "bench"].filter((name) => existsSync(join(root, name)))) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(tsx?|mjs)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    sizes.push({ path: relative(root, path), lines: readFileSync(path, "utf8").trimEnd().split("\n").length });
  }
}
const sorted = sizes.toSorted((a, b) => b.lines - a.lines);
for (const { path, lines } of sorted.filter(({ lines }) => lines > 300)) console.log(`${path}: ${lines} lines${lines > 400 ? ", more than 400" : ""}`);
const median = sorted[Math.floor(sorted.length / 2)]?.lines ?? 0;
console.log(`${sizes.length} files, median ${median} lines`);
process.exit(sorted.some(({ lines }) => lines > 400) || median >= 80 ? 1 : 0);
