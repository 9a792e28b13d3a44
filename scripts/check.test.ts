import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "sluice-check-"));
  for (const part of ["src", "scripts", "package.json", "tsconfig.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  plant();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What there is in the copy and should not be: new files by path, and texts that take the place of others. */
const NEW_FILES: Readonly<Record<string, string>> = {
  "src/shared/time/back.ts": 'export { save } from "../../engine/public.ts";\n',
  "src/engine/kernel/back.ts": 'export { save } from "../record/save.ts";\n',
  "src/modules/base/audit/server/past-the-face.ts":
    'export { save } from "../../../../engine/record/save.ts";\n',
  "src/modules/base/identity/server/forward.ts": 'export * from "../../../process/pipeline/public.ts";\n',
  "src/modules/base/stray/module.ts": 'export const strayModule = { name: "stray" };\n',
  "src/modules/base/audit/server/own-rights.ts": 'export const own = { kind: "system", name: "audit" };\n',
  "src/modules/base/audit/server/old-words.messages.ts":
    'export const old = { a: label("您没有放行,门禁的权限", "Everybody may"), b: label("请填写next_step", "Fill it in") };\n',
  "src/modules/base/audit/server/untyped-read.ts":
    'export const read = (deal: Record<string, string>) => deal["next_step"];\n',
};
/** A screen that speaks of classes nobody declares, and styles that nobody takes or that everybody has. */
const STRAY_SCREEN = `import * as styles from "./Stray.module.css";

export const found = document.querySelector(".stray");
export const Stray = () => (
  <p className={styles.gone}>
    <b className="stray muted">stray</b>
  </p>
);
`;
const STYLED: Readonly<Record<string, string>> = {
  "src/modules/base/jobs/client/Stray.tsx": STRAY_SCREEN,
  "src/modules/base/jobs/client/Stray.module.css":
    ".left {\n  margin: 0;\n}\n:global(.everywhere) {\n  margin: 0;\n}\n",
  "src/modules/base/jobs/client/stray.css": ".bare {\n  margin: 0;\n}\n",
};
const APPROVALS = "src/modules/process/approvals/shared/approval.contract.ts";
const CHANGED: readonly (readonly [was: string, becomes: string])[] = [
  ["  answer: data(list(ApprovalItem)),\n  errors", "  errors"],
  ["  answer: data(ApprovalItem),", "  answer: anyValue(),"],
  ["import {\n  choice,", "import {\n  anyValue,\n  choice,"],
];

function plant(): void {
  for (const [path, text] of Object.entries({ ...NEW_FILES, ...STYLED })) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const changed = CHANGED.reduce(
    (text, [was, becomes]) => {
      if (!text.includes(was)) throw new Error(`${APPROVALS} is not as this test thinks: no ${was}`);
      return text.replace(was, becomes);
    },
    readFileSync(join(copy, APPROVALS), "utf8"),
  );
  writeFileSync(join(copy, APPROVALS), changed);
}

/** What a check says of the copy, which it must not let pass. */
function complaintsOf(check: string): readonly string[] {
  const args = ["--import", "tsx", `scripts/check-${check}.mjs`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  expect([status, stderr], stdout).toEqual([1, ""]);
  return stdout.trim().split("\n").toSorted();
}

/** Each starts a program that reads the tree. */
const PATIENCE = { timeout: 300_000 };

it(
  "a layer, a folder of the engine and a module that call back, and a module that no list names",
  PATIENCE,
  () => {
    expect(complaintsOf("imports")).toEqual([
      "src/engine/kernel/back.ts must not import ../record/save.ts: kernel stands below record",
      "src/modules/base/audit/server/past-the-face.ts must not import ../../../../engine/record/save.ts: modules import src/engine/public.ts only",
      "src/modules/base/identity/server/forward.ts must not import ../../../process/pipeline/public.ts",
      "src/modules/base/stray/module.ts: base/stray is not in src/modules/manifest.ts",
      "src/shared/time/back.ts must not import ../../engine/public.ts",
    ]);
  },
);

it("an operation that does not say what it answers, or that could answer anything", PATIENCE, () => {
  expect(complaintsOf("contracts")).toEqual([
    expect.stringMatching(/^2 of \d+ endpoints do not say what they do and answer$/),
    "GET /approvals/:id: its answer could be anything",
    "GET /records/:object/:id/approvals: its contract does not say what it answers",
  ]);
});

it("a second place that gives the rights of the program", PATIENCE, () => {
  expect(complaintsOf("one-place")).toEqual([
    expect.stringMatching(
      /^src\/modules\/base\/audit\/server\/own-rights\.ts:1 kind: "system": rights of the program come from elevate/,
    ),
  ]);
});

it("a field of a shipped object that is read by a text in brackets", PATIENCE, () => {
  expect(complaintsOf("records")).toEqual([
    "1 untyped reads of shipped fields",
    'src/modules/base/audit/server/untyped-read.ts:1 deal["next_step"]: a shipped field is read by its type (partOf, recordOf)',
  ]);
});

it("a class of no module, one that is not declared or not taken, and one known everywhere", PATIENCE, () => {
  const jobs = "src/modules/base/jobs/client";
  expect(complaintsOf("styles")).toEqual([
    `${jobs}/Stray.module.css .everywhere: a class known to the whole program`,
    `${jobs}/Stray.module.css .left: nobody takes it`,
    `${jobs}/Stray.tsx ".stray": a part is looked for by its role or its data-part`,
    `${jobs}/Stray.tsx styles.gone: not declared in ${jobs}/Stray.module.css`,
    `${jobs}/Stray.tsx:6 "stray muted": a class of no module`,
    `${jobs}/stray.css .bare: nobody takes it`,
    `${jobs}/stray.css: styles stand in a .module.css, tokens in src/ui/kit/theme.css`,
  ]);
});

it("a text that says what was retired, 您, an API name, or has a comma of another language", PATIENCE, () => {
  const place = "src/modules/base/audit/server/old-words.messages.ts";
  expect(complaintsOf("words")).toEqual([
    "6 texts are not in plain words",
    `${place} “Everybody may”: say “someone, everyone, anyone”`,
    `${place} “您没有放行,门禁的权限”: people are addressed as 你`,
    `${place} “您没有放行,门禁的权限”: punctuation between Chinese characters is full-width`,
    `${place} “您没有放行,门禁的权限”: say “关卡”`,
    `${place} “您没有放行,门禁的权限”: say “特批”`,
    `${place} “请填写next_step”: an API name says nothing to people`,
  ]);
});
