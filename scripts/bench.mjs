#!/usr/bin/env node
// npm run bench -- --size 100k: how fast Sluice is beside the same SQL raw and a bare endpoint, on a database
// of its own. Never part of the tests.
import { join } from "node:path";
import { benchCommand } from "../bench/bench-command.mjs";
import { buildIfChanged } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { endUnlessCalledRightly, root, runProgram } from "./terminal.mjs";

const { options } = endUnlessCalledRightly(benchCommand);
await installIfNeeded();
if (!options.server) await buildIfChanged();
process.exitCode = await runProgram(process.execPath, [
  "--import",
  "tsx",
  join(root, "bench", "run.ts"),
  ...process.argv.slice(2),
]);
