import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pureTests } from "./pure-tests.ts";

const importing = (...from: readonly string[]): string =>
  from.map((what) => `import { it } from "${what}";\n`).join("");
const FILES = {
  "src/sum.test.ts": importing("./sum.ts"),
  "src/near.test.ts": importing("./testing/sample.ts"),
  "src/open.test.ts": importing("./testing/database.ts"),
  "src/far.test.ts": importing("./testing/worlds/world.ts"),
  "src/late.test.ts": importing("./testing/database.ts").replace("import { it } from", "await import("),
  "src/child.test.ts": importing("node:child_process"),
  "src/Panel.screen.test.tsx": importing("./sum.ts"),
  "src/testing/worlds/world.ts": importing("../app.ts"),
  "src/testing/app.ts": importing("./database.ts", "./worlds/world.ts"),
  "src/testing/sample.ts": "",
  "src/testing/database.ts": "",
};

test("pure is who reaches neither a database nor a program, itself or through what tests share", () => {
  const root = mkdtempSync(join(tmpdir(), "sluice-pure-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  expect(pureTests(root, ["src", "absent"])).toEqual(["src/near.test.ts", "src/sum.test.ts"]);
});
