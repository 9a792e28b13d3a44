#!/usr/bin/env node
// What documents name is there: in backticks paths and names of the program, decisions that are cited, also in
// code. A path may leave out its beginning (engine/query/list.ts), hold {a,b}, * or x for any name (x.rules.ts).
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./terminal.mjs";

const files = ["src", "scripts", "bench", "e2e", "docs", "snapshots"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/")),
);
const read = (path) => readFileSync(join(root, path), "utf8");
const sources = files.filter((path) => /\.(tsx?|mjs|json|sql)$/.test(path));
const words = new Set(sources.flatMap((path) => read(path).match(/\w+/g) ?? []));
const decisions = files.filter((path) => /^docs\/decisions\/\d{4}-/.test(path));
const pages = ["AGENTS.md", ...files.filter((path) => /^docs\/(decisions\/)?[^/]+\.md$/.test(path))];
const problems = [];
/** F1 to F28 are the founding ones; others have four digits. */
const isDecision = (number) =>
  decisions.some((file) => file.includes(`/${number}-`)) || /^F?(1?\d|2[0-8])$/.test(number);

for (const page of pages) {
  const told = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, one]) => one);
  for (const path of told.filter(isPath).flatMap(withoutBraces))
    if (!isThere(path)) problems.push(`${page}: there is no ${path}`);
  for (const name of told.flatMap(namesIn))
    if (!words.has(name)) problems.push(`${page}: nothing is called ${name}`);
  for (const [, number] of read(page).matchAll(/(?:\(|, | and |: |\| )(00\d\d)\b/g))
    if (!isDecision(number)) problems.push(`${page}: there is no decision ${number}`);
}
for (const path of [...pages, ...sources])
  for (const [, number] of read(path).matchAll(/\bdecisions? (F?\d+)\b/gi))
    if (!isDecision(number)) problems.push(`${path}: there is no decision ${number}`);

for (const file of decisions) {
  const [, number, title] = /^# (\d{4}) · (.+)\n/.exec(read(file)) ?? [];
  if (!number || !file.includes(`/${number}-`)) problems.push(`${file}: its title is not "# number · title"`);
  else if (!read("docs/decisions/README.md").includes(`[${title}](${file.split("/").at(-1)})`))
    problems.push(`docs/decisions/README.md does not list ${number} by its title`);
}
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
function isPath(told) {
  return /^[\w*{][\w.*{},/-]*$/.test(told) && /\w\/|\.(tsx?|mjs|md)$/.test(told) && !told.endsWith(".sql");
}
function withoutBraces(path) {
  const [whole, choices] = /\{([^}]*)\}/.exec(path) ?? [];
  return whole ? choices.split(",").flatMap((one) => withoutBraces(path.replace(whole, () => one))) : [path];
}
function isThere(path) {
  const any = path.replace(/\/$/, "").replace(/(?<=\/|^)x\./, "*.");
  const pattern = new RegExp(`(^|/)${any.replaceAll(".", "\\.").replaceAll("*", ".*")}(/|$)`);
  return files.some((file) => pattern.test(file));
}
/** Names of two parts (camelCase, snake_case), alone or with what they belong to: `Route.ahead`, `say(…)`. */
function namesIn(told) {
  const [, names = ""] = /^([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(?:\(.*\))?$/.exec(told) ?? [];
  return isPath(told) ? [] : names.split(".").filter((one) => /[a-z][A-Z]|[a-z]_[a-z]/.test(one));
}
