#!/usr/bin/env node
// Every link and image between the project's pages leads somewhere, both languages of the guide have the same
// files, and its table of functions is that of the program.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { FUNCTIONS, REWRITTEN } from "../src/shared/expression/functions.ts";
import { root } from "./terminal.mjs";

const problems = [];
const SKIPPED = new Set(["node_modules", "dist", "data", "demo"]);

function pagesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pagesIn(path) : entry.name.endsWith(".md") ? [path] : [];
  });
}

const textOf = (page) => readFileSync(page, "utf8");
const withoutCode = (text) => text.replace(/^```.*?^```/gms, "").replace(/`[^`\n]*`/g, "");
/** The anchors of a page as GitHub makes them from its headings; a heading that comes again gets a number. */
function anchorsOf(page) {
  const seen = new Map();
  return textOf(page)
    .replace(/^```.*?^```/gms, "")
    .split("\n")
    .flatMap((line) => /^#{1,6} (.+)$/.exec(line)?.[1] ?? [])
    .map((heading) => {
      const plain = heading
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-");
      const times = seen.get(plain) ?? 0;
      seen.set(plain, times + 1);
      return times === 0 ? plain : `${plain}-${times}`;
    });
}

for (const page of pagesIn(root)) {
  for (const [, target] of withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/i.test(target)) continue;
    const [path, anchor] = decodeURI(target).split("#");
    const file = path ? resolve(dirname(page), path) : page;
    const isThere = existsSync(file) && (!anchor || anchorsOf(file).includes(anchor));
    if (!isThere) problems.push(`${relative(root, page)}: the link ${target} leads nowhere`);
  }
}

const guide = (language) => join(root, "docs", "guide", language);
const [chinese, english] = [guide("zh-CN"), guide("en")].map((folder) => readdirSync(folder));
for (const [has, lacks, name] of [
  [chinese, english, "en"],
  [english, chinese, "zh-CN"],
])
  for (const file of has.filter((one) => !lacks.includes(one)))
    problems.push(`docs/guide/${name}/${file} is missing`);

const known = [...Object.keys(FUNCTIONS), ...Object.keys(REWRITTEN)];
for (const language of ["zh-CN", "en"]) {
  const table =
    /<!-- functions:.*?-->(.*?)<!-- end -->/s.exec(textOf(join(guide(language), "expressions.md")))?.[1] ??
    "";
  const told = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  for (const name of told.filter((one) => !known.includes(one)))
    problems.push(`docs/guide/${language}/expressions.md: there is no function ${name}`);
  for (const name of known.filter((one) => !told.includes(one)))
    problems.push(`docs/guide/${language}/expressions.md: the function ${name} is missing`);
}

for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? "the guide holds" : `${problems.length} problems in the guide`);
process.exit(problems.length === 0 ? 0 : 1);
