import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const TREE = [
  "src",
  "scripts",
  "package.json",
  ...["", ".shared", ".server", ".web", ".tests"].map((project) => `tsconfig${project}.json`),
  "vitest.config.ts",
  ".oxfmtrc.json",
];
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "sluice-new-"));
  for (const part of TREE) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a program in the copy; its output when it failed, else nothing. */
function failureOf(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return status === 0 ? "" : `${args.join(" ")}\n${stdout}${stderr}`;
}
const make = (...args: readonly string[]): string => failureOf(["scripts/new.mjs", ...args]);
const check = (name: string): string => failureOf(["--import", "tsx", `scripts/check-${name}.mjs`]);

const PARTS = [
  ["object", "loan-item", "--zh", "借用物品", "--en", "Loan item"],
  ["endpoint", "loan-count"],
  ["page", "loan-shelf", "--zh", "借用台"],
  ["settings", "loan-rules"],
  ["panel", "loan-hints", "--of", "account"],
] as const;

/** Each starts further programs, the compiler among them. */
const PATIENCE = { timeout: 600_000 };

it("a module with one of everything compiles and passes the checks", PATIENCE, () => {
  expect(make("module", "loan-desk", "--area", "sell", "--after", "identity,files")).toBe("");
  for (const [kind, ...rest] of PARTS) expect(make(kind, ...rest, "--in", "loan-desk")).toBe("");
  expect(failureOf(["node_modules/typescript/bin/tsc", "-b"])).toBe("");
  for (const name of ["imports", "contracts", "texts"]) expect(check(name)).toBe("");
});

it("its list, its form's way to save, its endpoints and an import of it work over HTTP", PATIENCE, () => {
  const tests = ["run", "--project", "unit", "--no-isolate", "--maxWorkers=1", "src/modules/sell/loan-desk"];
  const env = { SLUICE_TEST_RUN: `new${process.pid}` };
  expect(failureOf(["node_modules/vitest/vitest.mjs", ...tests], env)).toBe("");
});

it("what is there is not written over, and what has no place is not begun", () => {
  expect(make("object", "loan-item", "--in", "loan-desk")).toContain("is there already");
  expect(make("object", "offer", "--in", "loan-desks")).toContain("is none");
  expect(make("object", "Offer!", "--in", "loan-desk")).toContain("is no name");
});

it("taken out again, nothing of it is left in the program", () => {
  rmSync(join(copy, "src/modules/sell"), { recursive: true });
  expect(check("imports")).toContain("sell/loan-desk is in the manifest, but not there");
  for (const list of ["modules/manifest.ts", "apps/server/modules.ts", "apps/web/modules.ts"])
    cpSync(join(root, "src", list), join(copy, "src", list));
  expect(check("imports")).toBe("");
  const left = readdirSync(join(copy, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && existsSync(join(copy, "src", path)))
    .filter((path) => /loan.?desk/i.test(readFileSync(join(copy, "src", path), "utf8")));
  expect(left).toEqual([]);
});
