import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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
  for (const part of TREE)
    cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  // What the compiler knows of this tree it need not find out of its copy, where it has looked at it.
  const known = join(root, ".cache", "types");
  if (existsSync(known))
    cpSync(known, join(copy, ".cache", "types"), { recursive: true, preserveTimestamps: true });
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
  for (const name of ["types", "imports", "contracts", "texts"]) expect(check(name)).toBe("");
});

/** What the made tests do not do: the form, the page, and a database that has known the module without it. */
const USE = `import { createElement as h, Suspense } from "react";
import { renderToReadableStream } from "react-dom/server.browser";
import { MemoryRouter } from "react-router";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { modules } from "../../../apps/server/modules.ts";
import { clientModules } from "../../../apps/web/modules.ts";
import { openProgram, serveProgram } from "../../../testing/program.ts";
import { ADMIN, signIn, testApp, type TestApp } from "../../../testing/app.ts";
import { LanguageProvider } from "../../../ui/kit/language.tsx";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it("its form has its fields, and says at which one something is missing", async () => {
  const { data } = (await app.admin.get("/objects/loan_item")).json;
  const shown = data.fields.filter((field: { system?: boolean }) => !field.system);
  expect(shown.map(({ name }: { name: string }) => name)).toEqual(["name", "note"]);
  const refused = await app.admin.post("/records/loan_item", { note: "no name" });
  expect([refused.status, refused.json.errors[0].field]).toEqual([422, "name"]);
  const made = await app.admin.make("loan_item", { name: "ladder" });
  const path = \`/records/loan_item/\${made.id}\`;
  const changed = await app.admin.patch(path, { note: "on wheels" }, { "if-match": '"1"' });
  expect([changed.status, (await app.admin.get(path)).json.data.note]).toEqual([200, "on wheels"]);
});

vi.mock("../../../ui/kit/use-is-narrow.ts", () => ({ useIsNarrow: () => false }));
it("its page stands at its address, with its entry in the navigation", async () => {
  vi.stubGlobal("localStorage", { getItem: () => "zh-CN", setItem: () => undefined });
  vi.stubGlobal("document", { documentElement: {} });
  const [screens] = clientModules.filter(({ name }) => name === "loan-desk");
  expect(screens?.navigation?.map(({ path }) => path)).toEqual(["loan-shelf"]);
  const [page] = screens?.routes?.filter(({ path }) => path === "loan-shelf") ?? [];
  if (!page) throw new Error("no page");
  const tree = h(MemoryRouter, null, h(LanguageProvider, null, h(Suspense, null, h(page.Component))));
  const stream = await renderToReadableStream(tree);
  await stream.allReady;
  expect(await new Response(stream).text()).toContain("借用台");
  vi.unstubAllGlobals();
});

it("taken out of a company that has used it, all else works, and its records are there when it comes back", async () => {
  const { id } = await app.admin.make("loan_item", { name: "kept" });
  // Released migrations stay: a database is never ahead of its program.
  const without = modules.map((one) =>
    one.name === "loan-desk" ? { name: one.name, migrations: one.migrations ?? [] } : one,
  );
  for (const [of, status] of [
    [without, 404],
    [modules, 200],
  ] as const) {
    const program = await openProgram(app.database.db, { of });
    const served = await serveProgram(program.engine);
    const admin = await signIn(served, ADMIN.login, ADMIN.password);
    expect((await admin.get(\`/records/loan_item/\${id}\`)).status).toBe(status);
    expect((await admin.get("/records/account")).status).toBe(200);
    await served.close();
    program.stop();
  }
});
`;

it("it is used through list, form, API, import and page, and a company goes on without it", PATIENCE, () => {
  writeFileSync(join(copy, "src/modules/sell/loan-desk/use.test.ts"), USE);
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
