#!/usr/bin/env node
// npm run dev: the server restarts and the page reloads when a source changes. The page is on port 5173.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { startCommand } from "../src/apps/server/start-command.mjs";
import { installIfNeeded } from "./install.mjs";
import { endUnlessCalledRightly, root } from "./terminal.mjs";

endUnlessCalledRightly({ ...startCommand, name: "npm run dev" });
await installIfNeeded();
const children = [
  spawn(
    process.execPath,
    ["--watch", "--import", "tsx", "src/apps/server/web.ts", ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit" },
  ),
  spawn(process.execPath, [join(root, "node_modules/vite/bin/vite.js")], { cwd: root, stdio: "inherit" }),
];
for (const child of children)
  child.on("exit", (code) => (children.forEach((other) => other.kill()), (process.exitCode = code ?? 1)));
