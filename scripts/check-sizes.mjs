#!/usr/bin/env node
// Sizes in bytes, which no line width hides: no file above 14,000 but data, and the median below `MEDIAN`.
// (Functions: max-lines-per-function in .oxlintrc.json.)
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./terminal.mjs";

const LARGEST = 14_000;
/** Splits are what keeps it. */
const MEDIAN = 2_500;
/** Tables of facts: districts, characters. */
const isData = (path) => path.endsWith("-data.ts");

const sizes = [];
for (const folder of ["src", "scripts", "e2e", "bench"].filter((name) => existsSync(join(root, name)))) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(tsx?|mjs)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    sizes.push({ path: relative(root, path), bytes: statSync(path).size });
  }
}
const sorted = sizes.toSorted((a, b) => b.bytes - a.bytes);
const tooLarge = sorted.filter(({ path, bytes }) => bytes > LARGEST && !isData(path));
for (const { path, bytes } of tooLarge) console.log(`${path}: ${bytes} bytes, more than ${LARGEST}`);
const median = sorted[Math.floor(sorted.length / 2)]?.bytes ?? 0;
console.log(`${sizes.length} files, median ${median} bytes (at most ${MEDIAN})`);
process.exit(tooLarge.length > 0 || median > MEDIAN ? 1 : 0);
