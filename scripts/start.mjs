#!/usr/bin/env node
// npm start: installs what is missing, builds what changed, then becomes the server.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startCommand } from "../src/apps/server/start-command.mjs";
import { buildIfChanged } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { endUnlessCalledRightly, root, say } from "./terminal.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    say(
      `渠成需要 Node.js 20.19 以上版本，当前是 ${process.versions.node}。`,
      `Sluice needs Node.js 20.19 or later; this is ${process.versions.node}.`,
    ),
  );
  process.exit(1);
}
endUnlessCalledRightly(startCommand);
try {
  if (existsSync(join(root, "package-lock.json"))) await installIfNeeded();
  await buildIfChanged();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (["start", "worker"].includes(process.env.npm_lifecycle_event)) endWithParent();
process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, "dist", "server", "web.mjs")).href);

/** npm cannot pass on that it was killed by force: a server nobody sees any more must not stay. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
}
