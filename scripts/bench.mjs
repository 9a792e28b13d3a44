#!/usr/bin/env node
// npm run bench -- --size 100k: how fast Sluice is beside the same SQL raw and a bare endpoint, on a database of its own. Never part of the tests.
import { join } from "node:path";
import { buildIfChanged } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { root, runProgram } from "./terminal.mjs";

await installIfNeeded();
if (!process.argv.includes("--server")) await buildIfChanged();
process.exitCode = await runProgram(process.execPath, ["--import", "tsx", join(root, "bench", "run.ts"), ...process.argv.slice(2)]);
