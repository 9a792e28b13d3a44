#!/usr/bin/env node
// npm run types: the projects of TypeScript (docs/decisions/0046-*.md). Each is checked anew only where something it
// stands on has changed; what it knows from last time is kept in .cache/types.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runProgram } from "./terminal.mjs";

const cache = join(root, ".cache", "types");
const stamp = join(cache, "packages");

/** TypeScript 7.0 misses errors where a package changed what it declares for everybody: new packages, a new cache. */
function forgetOtherPackages() {
  const list = readFileSync(join(root, "node_modules", ".package-lock.json"));
  const now = createHash("sha256").update(list).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, now);
}

forgetOtherPackages();
process.exit(
  await runProgram(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b"]),
);
