#!/usr/bin/env node
// npm run new -- module|object|endpoint|page|settings|panel NAME [--in module] [--area base] [--after a,b]
//   [--zh 名称] [--en Name] [--of object]
// Makes the files of a module, or of one more thing in it, in the house's shape, and adds them to the lists
// that they belong to. What it makes compiles and passes the checks; then it is written on by hand.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { withEntry, withImport, withLine } from "./new/edits.mjs";
import { namesOf } from "./new/names.mjs";
import { endpoint } from "./new/endpoint.mjs";
import { clientModule, moduleFiles } from "./new/module.mjs";
import { object } from "./new/object.mjs";
import { page } from "./new/page.mjs";
import { panel } from "./new/panel.mjs";
import { settings } from "./new/settings.mjs";
import { endUnlessCalledRightly, root, runProgram, say } from "./terminal.mjs";

const PARTS = { object, endpoint, page, settings, panel };
const KINDS = ["module", ...Object.keys(PARTS)];
const word = (zh, en) => ({ "zh-CN": zh, en });
const { operands, options: values } = endUnlessCalledRightly({
  name: "npm run new",
  operands: [word(KINDS.join("|"), KINDS.join("|")), word("名称", "NAME")],
  options: {
    in: word("模块", "module"),
    area: word("分组", "area"),
    after: word("模块,模块", "module,module"),
    zh: word("中文名", "Chinese name"),
    en: word("英文名", "English name"),
    of: word("对象", "object"),
  },
});
const [kind, given] = operands;
const touched = new Set();

if (!KINDS.includes(kind)) {
  console.error(
    say(`没有“${kind}”；可选：${KINDS.join("、")}`, `There is no “${kind}”; one of ${KINDS.join(", ")}`),
  );
  process.exit(2);
}
try {
  const name = namesOf(given, values);
  if (kind === "module") makeModule(name);
  else makeIn(moduleNamed(values.in), kind, name);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(await runProgram(join(root, "node_modules", ".bin", "oxfmt"), [...touched]));

function read(path) {
  return readFileSync(join(root, path), "utf8");
}
/** Written beside and put in place, so that a copy made of links is not written through. */
function write(path, text) {
  const at = join(root, path);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(`${at}.new`, text);
  renameSync(`${at}.new`, at);
  touched.add(path);
}
function create(path, text) {
  if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
  write(path, text);
  console.log(path);
}
function moduleNamed(wanted) {
  const [, area] =
    new RegExp(`area: "(\\w+)", name: "${wanted}"`).exec(read("src/modules/manifest.ts")) ?? [];
  if (!area) throw new Error(`--in names a module of src/modules/manifest.ts; "${wanted ?? ""}" is none`);
  return { name: namesOf(wanted), base: `src/modules/${area}/${wanted}` };
}

function makeModule(name) {
  const area = values.area ?? "base";
  const after = (values.after ?? "identity").split(",").map((one) => `"${one.trim()}"`);
  const base = `src/modules/${area}/${name.kebab}`;
  for (const [path, text] of Object.entries(moduleFiles({ name, about: `${name.en}.` })))
    create(`${base}/${path}`, text);
  const manifest = "src/modules/manifest.ts";
  const line = `  { area: "${area}", name: "${name.kebab}", after: [${after.join(", ")}] },`;
  const listed = withLine(read(manifest), "export const MODULES", line, "\n]");
  const areas = /readonly area: ([^;]*);/;
  write(
    manifest,
    areas.exec(listed)?.[1].includes(`"${area}"`)
      ? listed
      : listed.replace(areas, (_, known) => `readonly area: ${known} | "${area}";`),
  );
  register("src/apps/server/modules.ts", name, `${name.camel}Module`, `${base}/module.ts`);
}
/** In the list of a program. */
function register(list, name, constant, path) {
  const key = name.kebab === name.camel ? name.kebab : `"${name.kebab}"`;
  const from = relative(dirname(list), path).replaceAll("\\", "/");
  write(list, withLine(withImport(read(list), constant, from), "const registered", `  ${key}: ${constant},`));
}

function makeIn({ name: module, base }, what, name) {
  const made = PARTS[what]({ name, module, of: values.of, migration: nextMigration() });
  for (const [path, text] of Object.entries(made.files)) create(`${base}/${path}`, text);
  if (made.server) addTo(`${base}/module.ts`, made.server);
  if (!made.client) return;
  const screens = `${base}/client/module.ts`;
  if (!existsSync(join(root, screens))) {
    create(screens, clientModule({ name: module, about: `Screens of ${module.en}.` }));
    register("src/apps/web/modules.ts", module, `${module.camel}Screens`, screens);
  }
  addTo(screens, made.client);
}
function addTo(path, lists) {
  let text = read(path);
  for (const [list, { item, uses = item, from, needs = [] }] of Object.entries(lists)) {
    text = withEntry(text, list, item);
    for (const one of from ? [{ uses, from }] : needs) text = withImport(text, one.uses, one.from);
  }
  write(path, text);
}

/** Numbers of migrations go up by tens over the whole program. */
function nextMigration() {
  const numbers = readdirSync(join(root, "src"), { recursive: true })
    .filter((path) => path.endsWith("migrations.ts"))
    .flatMap((path) => [...read(join("src", path)).matchAll(/id: "(\d{4})_/g)].map(([, one]) => Number(one)));
  return String(Math.floor(Math.max(0, ...numbers) / 10) * 10 + 10).padStart(4, "0");
}
