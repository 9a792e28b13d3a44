#!/usr/bin/env node
// Dependencies go one way (docs/ARCHITECTURE.md), and no file is called after nothing.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root } from "./terminal.mjs";

const MODULES = [
  "identity",
  "jobs",
  "sharing",
  "permissions",
  "audit",
  "files",
  "notifications",
  "duplicates",
  "importing",
  "approvals",
  "pipeline",
  "analytics",
  "handover",
  "retention",
  "demo",
];
const MAY = {
  shared: ["shared"],
  objects: ["objects", "shared"],
  platform: ["platform", "shared"],
  engine: ["engine", "shared", "objects", "platform"],
  ui: ["ui", "shared", "objects"],
  "module/shared": ["shared", "objects"],
  "module/server": ["shared", "objects", "platform", "engine"],
  "module/client": ["shared", "objects", "ui"],
};
const src = join(root, "src");
const problems = [];
const placeOf = (path) => {
  const [layer, module, room] = relative(src, path).split(/[/\\]/);
  return layer === "modules" ? { layer: `module/${room}`, module } : { layer };
};
const isPublic = (path) => /[/\\](server[/\\]public\.ts|client[/\\]public\.tsx)$/.test(path);
function mayImport(from, to, path) {
  if (
    from.layer === "apps" ||
    (from.module && from.module === to.module && [from.layer, "module/shared"].includes(to.layer))
  )
    return true;
  if (to.module)
    return (
      from.layer === to.layer && isPublic(path) && MODULES.indexOf(to.module) < MODULES.indexOf(from.module)
    );
  return MAY[from.layer]?.includes(to.layer) ?? false;
}
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (
    /^(utils?|helpers?|misc|common|manager)(\.|$)|-(utils?|helpers?|misc|common|manager)\./i.test(entry.name)
  )
    problems.push(`${relative(root, path)}: a name that says nothing`);
  const from = placeOf(path);
  if (!/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name) || from.layer === "testing") continue;
  if (from.module && !MODULES.includes(from.module))
    problems.push(`${relative(root, path)}: module ${from.module} has no place in the order of modules`);
  for (const [, target] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    const to = resolve(dirname(path), target);
    if (to.startsWith(src) && !mayImport(from, placeOf(to), to))
      problems.push(`${relative(root, path)} must not import ${target}`);
  }
}
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
