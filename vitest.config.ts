import { existsSync } from "node:fs";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { guidePages } from "./scripts/web/guide-pages.mjs";
import { pureTests } from "./src/testing/pure-tests.ts";

const FOLDERS = ["src", "scripts", "bench"];
const globalSetup = ["src/testing/global-setup.ts"];
/** What a module of the test's own brings to a list stays in a program that is loaded once. */
const ALONE = "src/**/*.alone.test.ts";
const pure = pureTests(import.meta.dirname, FOLDERS);
/**
 * Where the newest PostgreSQL is not what all tests run on anyway, those that depend most on the database run
 * on it, too.
 */
const isOldestHere = existsSync("/usr/lib/postgresql/15/bin/postgres");
/** Screens without a server: what they ask is answered, and held, by contract (`src/testing/screens/`). */
const onScreens: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "screens",
    include: ["src/**/*.screen.test.tsx"],
    environment: "happy-dom",
    setupFiles: ["src/testing/screens/setup.ts"],
    isolate: false,
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
};
const isFree = !process.env["SLUICE_TEST_POSTGRES"] && !process.env["SLUICE_TEST_DATABASE_URL"];
const onNewest: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "newest",
    include: [
      "src/engine/**/*.test.ts",
      "src/testing/database.test.ts",
      "src/platform/{db,queue}/*.test.ts",
      "src/modules/base/sharing/server/{access-oracle,field-leak}.test.ts",
      "src/modules/insight/analytics/server/{baseline,movement}.test.ts",
      "src/modules/base/audit/server/{seals,erasure}.test.ts",
      "src/apps/server/{backup,first-release,replica,workspaces}.test.ts",
    ],
    // What is said over HTTP and in reports, and rules above the statements, are the same on each PostgreSQL.
    exclude: [
      ...pure,
      "src/engine/{api,behaviour,health,undo}/*.test.ts",
      "src/engine/definitions/{closed-list,former-options,layer,package,remove-object,rename}.test.ts",
      "src/engine/record/{about-several*,check-*,clean-texts,if-match,rich-text}.test.ts",
    ],
    env: { SLUICE_TEST_POSTGRES: "18" },
    globalSetup,
  },
};

/** What is quick tells first. */
const ORDER = ["pure", "screens", "newest", "alone", "unit", "e2e"];
/** They wait for programs most of the time, and fill the processors only together with the others. */
const PROGRAMS = /\/(src\/apps\/server|src\/platform\/(db|queue|postgres)|scripts)\/[^/]+$/;
class ProgramsBetween extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return ORDER.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      const isProgram = ({ moduleId }: TestSpecification): boolean => PROGRAMS.test(moduleId);
      return evenly(
        own.filter(isProgram),
        own.filter((one) => !isProgram(one)),
      );
    });
  }
}
/** Both in their order, one list spread over the other. */
function evenly<T>(...lists: readonly (readonly T[])[]): T[] {
  const placed = lists.flatMap((list) => list.map((one, at) => ({ one, place: (at + 0.5) / list.length })));
  return placed.toSorted((left, right) => left.place - right.place).map(({ one }) => one);
}

export default defineConfig({
  plugins: [guidePages()],
  test: {
    pool: "threads",
    // More than the two processors it should be quick on: much of the time is waiting.
    maxWorkers: 3,
    // Files share what a worker has loaded: loading the program takes longer than most files. What a test
    // changes of it (a stubbed global, a loaded module) it puts back.
    isolate: false,
    // What one project has translated is there for the others, and for the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: ".cache/tests" },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // What was expected is told in full.
    chaiConfig: { truncateThreshold: 0 },
    // Until it is so: on a busy machine a second says nothing.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    sequence: { sequencer: ProgramsBetween },
    projects: [
      { extends: true, test: { name: "pure", include: pure, unstubGlobals: true } },
      {
        extends: true,
        test: {
          name: "unit",
          include: FOLDERS.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...pure, "src/**/*.screen.test.tsx", ALONE],
          globalSetup,
        },
      },
      { extends: true, test: { name: "alone", include: [ALONE], isolate: true, globalSetup } },
      onScreens,
      ...(isOldestHere && isFree ? [onNewest] : []),
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: [...globalSetup, "e2e/global-setup.mjs"],
          testTimeout: 360_000,
          hookTimeout: 240_000,
          // After the others, two at once: a third browser on two processors would tell of the machine.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
