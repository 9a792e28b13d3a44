#!/usr/bin/env node
// Dependencies go one way (docs/ARCHITECTURE.md), and no file is called after nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { MODULES, standsOn } from "../src/modules/manifest.ts";
import { whyNotOfEngine } from "./engine-order.mjs";
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
/** A module is its faces (what it registers, what others may call, in each room) and three rooms. */
const ROOMS = ["shared", "server", "client"];
const FACES = /^((client[/\\])?module|((client|shared)[/\\])?public)\.ts$/;
const placeOf = (path) => {
  const [layer, area, module, ...inside] = relative(src, path).split(/[/\\]/);
  if (layer !== "modules") return { layer, program: area };
  if (module === undefined) return { layer: "manifest" };
  const [, file = ""] = FACES.exec(inside.join("/")) ?? [];
  const face = /(module|public)$/.exec(file)?.[0];
  const room = ROOMS.includes(inside[0]) ? inside[0] : "server";
  return { layer: `module/${room}`, module, area, face, inside: inside.join("/") };
};
const isListed = ({ module, area }) => MODULES.some((one) => one.name === module && one.area === area);
function mayImport(from, to) {
  if (from.layer === "apps") return to.module === undefined || mayRegister(from, to);
  if (to.face === "module") return false;
  if (from.module && from.module === to.module) return [from.layer, "module/shared"].includes(to.layer);
  if (to.module)
    return (
      [from.layer, "module/shared"].includes(to.layer) &&
      to.face === "public" &&
      standsOn(from.module).has(to.module)
    );
  return MAY[from.layer]?.includes(to.layer) ?? false;
}
/** Programs take the faces of their own side. */
function mayRegister({ program }, { layer, face }) {
  return layer === (program === "web" ? "module/client" : "module/server") && face;
}
for (const { area, name } of MODULES) {
  if (!["module.ts", "client/module.ts"].some((face) => existsSync(join(src, "modules", area, name, face))))
    problems.push(`src/modules/${area}/${name} registers nothing: it has no module.ts`);
  for (const [face, list] of [
    ["module.ts", "src/apps/server/modules.ts"],
    ["client/module.ts", "src/apps/web/modules.ts"],
  ]) {
    const isThere = existsSync(join(src, "modules", area, name, face));
    if (isThere && !readFileSync(join(root, list), "utf8").includes(`/${area}/${name}/${face}"`))
      problems.push(`${list} does not register src/modules/${area}/${name}/${face}`);
  }
}
for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name);
  if (
    /^(utils?|helpers?|misc|common|manager)(\.|$)|-(utils?|helpers?|misc|common|manager)\./i.test(entry.name)
  )
    problems.push(`${relative(root, path)}: a name that says nothing`);
  const from = placeOf(path);
  if (from.inside && !from.face && !from.inside.includes("/") && !ROOMS.includes(from.inside))
    problems.push(`${relative(root, path)}: a module has module.ts, public.ts, ${ROOMS.join(", ")}`);
  if (/[/\\](module|public)\.tsx?$/.test(path) && from.module && !from.face)
    problems.push(
      `${relative(root, path)}: module.ts and public.ts stand in the module or in its client, public.ts in its shared, too`,
    );
  if (!/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name) || from.layer === "testing") continue;
  if (from.module && !isListed(from))
    problems.push(`${relative(root, path)}: ${from.area}/${from.module} is not in src/modules/manifest.ts`);
  for (const [, target] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
    const to = resolve(dirname(path), target);
    if (to.startsWith(src) && !mayImport(from, placeOf(to)))
      problems.push(`${relative(root, path)} must not import ${target}`);
    const why = whyNotOfEngine(path, to);
    if (why) problems.push(`${relative(root, path)} must not import ${target}: ${why}`);
  }
}
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
