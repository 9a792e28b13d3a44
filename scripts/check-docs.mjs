#!/usr/bin/env node
// What the documents name is there: paths and names of the program in backticks, and the decisions that are
// cited. Paths may leave out their beginning (engine/query/list.ts), stand in braces ({a,b}.ts) and hold a *.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./terminal.mjs";

const FOLDERS = ["src", "scripts", "bench", "e2e", "docs", "snapshots"];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)),
).map((path) => path.replaceAll("\\", "/"));
const sources = files.filter((path) => /\.(tsx?|mjs|json|sql)$/.test(path));
const words = new Set(sources.flatMap((path) => readFileSync(join(root, path), "utf8").match(/\w+/g) ?? []));
const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
const pages = ["AGENTS.md", ...files.filter((path) => /^docs\/([A-Z]\w+|decisions\/[^/]+)\.md$/.test(path))];
const problems = [];

for (const page of pages) {
  const text = readFileSync(join(root, page), "utf8");
  const told = [...text.replace(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, one]) => one);
  for (const path of told.filter(isPath).flatMap(withoutBraces))
    if (!isThere(path)) problems.push(`${page}: there is no ${path}`);
  for (const name of told.filter((one) => /^\w+$/.test(one) && /[a-z][A-Z]|_[a-z]/.test(one)))
    if (!words.has(name)) problems.push(`${page}: nothing is called ${name}`);
  for (const [, number] of text.matchAll(/(?:decisions?|\(|, | and |\| )\s*(00\d\d)\b/g))
    if (!decisions.some((file) => file.includes(`/${number}-`)))
      problems.push(`${page}: there is no decision ${number}`);
}

const table = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
for (const file of decisions) {
  const [, number, title] = /^# (\d{4}) · (.+)\n/.exec(readFileSync(join(root, file), "utf8")) ?? [];
  if (!number || !file.includes(`/${number}-`)) problems.push(`${file}: its title is not "# number · title"`);
  else if (!table.includes(`[${title}](${file.split("/").at(-1)})`))
    problems.push(`docs/decisions/README.md does not list ${number} by its title`);
}
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);

function isPath(told) {
  return /^[\w.*{},/-]+$/.test(told) && (/\w\/\S/.test(told) || /\.(tsx?|mjs|md)$/.test(told));
}

function withoutBraces(path) {
  const [whole, choices] = /\{([^}]*)\}/.exec(path) ?? [];
  return whole ? choices.split(",").flatMap((one) => withoutBraces(path.replace(whole, () => one))) : [path];
}

function isThere(path) {
  const pattern = path.replace(/\/$/, "").replace(/[.]/g, "\\.").replaceAll("*", "[^/]*");
  return files.some((file) => new RegExp(`(^|/)${pattern}(/|$)`).test(file));
}
