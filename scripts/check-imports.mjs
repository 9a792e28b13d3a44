#!/usr/bin/env node
// Dependencies go one way (docs/ARCHITECTURE.md), and no file is called after nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { MODULES, standsOn } from "../src/modules/manifest.ts";
import { root } from "./terminal.mjs";

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
const problems = MODULES.filter(({ area, name }) => !existsSync(join(src, "modules", area, name))).map(
  ({ area, name }) => `src/modules/${area}/${name} is in the manifest, but not there`,
);
for (const [at, { name, after }] of MODULES.entries())
  for (const one of after)
    if (MODULES.findIndex((module) => module.name === one) >= at || one === name)
      problems.push(`${name} stands before ${one} in the manifest`);
const placeOf = (path) => {
  const [layer, area, module, room] = relative(src, path).split(/[/\\]/);
  if (layer !== "modules") return { layer };
  return module === undefined ? { layer: "manifest" } : { layer: `module/${room}`, module, area };
};
const isPublic = (path) => /[/\\](server[/\\]public\.ts|client[/\\]public\.tsx)$/.test(path);
const isListed = ({ module, area }) => MODULES.some((one) => one.name === module && one.area === area);
function mayImport(from, to, path) {
  if (
    from.layer === "apps" ||
    (from.module && from.module === to.module && [from.layer, "module/shared"].includes(to.layer))
  )
    return true;
  if (to.module) return from.layer === to.layer && isPublic(path) && standsOn(from.module).has(to.module);
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
  if (from.module && !isListed(from))
    problems.push(`${relative(root, path)}: ${from.area}/${from.module} is not in src/modules/manifest.ts`);
  for (const [, target] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    const to = resolve(dirname(path), target);
    if (to.startsWith(src) && !mayImport(from, placeOf(to), to))
      problems.push(`${relative(root, path)} must not import ${target}`);
  }
}
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
