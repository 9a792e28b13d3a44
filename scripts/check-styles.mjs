#!/usr/bin/env node
// Styles stand in modules beside what they dress (docs/ARCHITECTURE.md): each name that is taken is declared, each
// that is declared is taken, and no class is known to the whole program.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { root } from "./terminal.mjs";

const THEME = "src/ui/kit/theme.css";
/** Of antd and the editor: their classes are theirs. */
const FOREIGN = /^(?:ant-|ProseMirror)/;
const NAME = /^[a-z][A-Za-z0-9]*$/;
/** What a name of an export cannot be; a build would leave such a class out of the module's names. */
const RESERVED = new Set(
  "break case catch class const continue default delete do else enum export".split(" "),
);
for (const word of "false for function if import in new null return super switch this throw".split(" "))
  RESERVED.add(word);
for (const word of "true try typeof var void while with yield let static await".split(" "))
  RESERVED.add(word);

const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && /\.(?:tsx?|css)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
  )
  .map((entry) =>
    relative(root, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join("/"),
  );
const read = (path) => readFileSync(join(root, path), "utf8");
const problems = [];

/** Classes of a style sheet: its own ones, and those it says are everybody's. */
function classesOf(path) {
  const css = read(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"[^"\n]*"/g, '""');
  const selectors = [...css.matchAll(/(?<=^|[{};])([^{};]*)\{/g)].map(([, head]) => head).join("\n");
  const all = [];
  const own = selectors.replace(/:global\(([^()]*)\)/g, (_, inner) => (all.push(...namesIn(inner)), ""));
  return { own: new Set(namesIn(own.replace(/@[^\n]*/g, ""))), everybodys: all };
}
const namesIn = (selectors) => [...selectors.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name);

const declared = new Map();
const taken = new Map();
for (const path of files.filter((one) => one.endsWith(".css"))) {
  const { own, everybodys } = classesOf(path);
  const strange = (path === THEME ? [...own] : everybodys).filter((name) => !FOREIGN.test(name));
  for (const name of strange) problems.push(`${path} .${name}: a class known to the whole program`);
  if (path === THEME) continue;
  if (!path.endsWith(".module.css"))
    problems.push(`${path}: styles stand in a .module.css, tokens in ${THEME}`);
  for (const name of own)
    if (!NAME.test(name) || RESERVED.has(name))
      problems.push(`${path} .${name}: not a name of a module's class`);
  declared.set(path, own);
  taken.set(path, new Set());
}

/** Where the bracket that opens at `start` closes. */
function closing(source, start) {
  for (let at = start, depth = 0; at < source.length; at += 1) {
    if (source[at] === "{") depth += 1;
    if (source[at] === "}" && (depth -= 1) === 0) return at;
  }
  return source.length;
}
/** Texts of an expression that are no name of a module; what is compared with is no class. */
function literalsIn(expression) {
  const texts = [...expression.matchAll(/(?<![=!]== |\[)"([^"\n]*)"/g)].map(([, text]) => text);
  const templates = [...expression.matchAll(/`([^`]*)`/g)].map(([, text]) => {
    let rest = text;
    for (let at = rest.indexOf("${"); at >= 0; at = rest.indexOf("${"))
      rest = rest.slice(0, at) + " " + rest.slice(closing(rest, at + 1) + 1);
    return rest;
  });
  return [...texts, ...templates].map((text) => text.trim()).filter((text) => text !== "");
}

for (const path of files.filter((one) => /\.tsx?$/.test(one))) {
  // Lines stay where they are.
  const source = read(path).replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ""));
  const code = source.replace(/^import .*$/gm, "");
  for (const [, name, from] of source.matchAll(/^import \* as (\w+) from "([^"]+\.module\.css)";$/gm)) {
    const module = relative(root, resolve(root, dirname(path), from))
      .split(sep)
      .join("/");
    const own = declared.get(module);
    if (!own) continue; // What is not there the types say.
    for (const [, used] of code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))) {
      if (own.has(used)) taken.get(module).add(used);
      else problems.push(`${path} ${name}.${used}: not declared in ${module}`);
    }
  }
  if (/^src\/(?:ui|apps\/web|modules\/[^/]+\/[^/]+\/client)\//.test(path))
    for (const [, selector] of code.matchAll(/["'`](\.(?!ant-)[a-z][a-z-]*(?:[ .[:>][^"'`\n]*)?)["'`]/g))
      problems.push(`${path} "${selector}": a part is looked for by its role or its data-part`);
  if (!path.endsWith(".tsx")) continue;
  for (const { 0: head, index } of source.matchAll(
    /\b(?:frame|[cC]lassName|\w+ClassName)(?:=|: )(?="|\{|`)/g,
  )) {
    const start = index + head.length;
    const end = source[start] === "{" ? closing(source, start) : source.indexOf(source[start], start + 1);
    for (const text of literalsIn(source.slice(start, end + 1)))
      problems.push(`${path}:${source.slice(0, index).split("\n").length} "${text}": a class of no module`);
  }
}
for (const [path, own] of declared)
  for (const name of own) if (!taken.get(path).has(name)) problems.push(`${path} .${name}: nobody takes it`);

for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
