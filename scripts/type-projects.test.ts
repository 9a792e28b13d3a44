import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache");
let folder: string | undefined;
afterEach(() => folder && rmSync(folder, { recursive: true, force: true }));

function compiler(...args: readonly string[]): string {
  return spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", ...args], {
    cwd: root,
    encoding: "utf8",
  }).stdout;
}

/** What a project says of one file with these lines, by line. */
function wrongIn(project: string, lines: readonly string[]): readonly string[] {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "planted-"));
  writeFileSync(join(folder, "planted.ts"), lines.join("\n"));
  const config = {
    extends: `../../tsconfig.${project}.json`,
    compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
    files: ["planted.ts"],
    include: [],
    references: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const said = compiler("-p", folder);
  return lines.filter((_, at) => said.includes(`planted.ts(${at + 1},`));
}

const OF_BROWSERS = ["export const title = document.title;", "export const name = window.name;"];
const OF_NODE = [
  "export const id = process.pid;",
  "export const bytes = Buffer.alloc(1);",
  'export { readFileSync } from "node:fs";',
];
const OF_BOTH = ["export const address = new URL('https://a.example');", "setTimeout(() => {}, 1);"];
const OF_ALL = ["export const day = new Date();"];
/** Refused by all: they really do check. */
const OF_NONE = ["export const count: number = 'one';"];

test.each([
  ["shared", [...OF_NONE, ...OF_BROWSERS, ...OF_NODE, ...OF_BOTH]],
  ["server", [...OF_NONE, ...OF_BROWSERS]],
  ["web", [...OF_NONE, ...OF_NODE]],
  ["tests", OF_NONE],
])("%s refuses what its side does not have, and nothing else", (project, refused) => {
  expect(wrongIn(project, [...OF_ALL, ...OF_NONE, ...OF_BROWSERS, ...OF_NODE, ...OF_BOTH])).toEqual(refused);
});

/** The project a file belongs to, by where it stands. */
function sideOf(path: string): string {
  if (/\.test\.tsx?$|^e2e\/|^src\/testing\/screens\//.test(path)) return "tests";
  if (/^src\/(shared|objects)\/|^src\/modules\/(manifest\.ts|\w+\/[\w-]+\/shared\/)/.test(path))
    return "shared";
  return /^src\/(ui|apps\/web|modules\/\w+\/[\w-]+\/client)\//.test(path) ? "web" : "server";
}

test("every source is checked in one project, that of its side", () => {
  const listed = ["shared", "server", "web", "tests"].flatMap((project) => {
    const { files } = JSON.parse(compiler("-p", `tsconfig.${project}.json`, "--showConfig")) as {
      readonly files: readonly string[];
    };
    return files.map((path) => `${project} ${path.replace("./", "")}`);
  });
  const sources = ["src", "bench", "scripts", "e2e"].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|d\.mts)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
  expect(listed.filter((line) => /\/.*\.(ts|tsx|mts)$/.test(line)).toSorted()).toEqual(
    sources.map((path) => `${sideOf(path)} ${path}`).toSorted(),
  );
});
