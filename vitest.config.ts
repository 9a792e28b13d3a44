import { existsSync } from "node:fs";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const globalSetup = ["src/testing/global-setup.ts"];
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
    expect: { poll: { timeout: 15_000, interval: 20 } },
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
      "src/modules/base/sharing/server/{access-oracle,field-leak,live-sight}.test.ts",
      "src/modules/insight/analytics/server/{baseline,movement}.test.ts",
      "src/modules/base/audit/server/{seals,erasure}.test.ts",
      "src/apps/server/{backup,first-release,many-processes,replica,workspaces}.test.ts",
    ],
    env: { SLUICE_TEST_POSTGRES: "18" },
    globalSetup,
  },
};

export default defineConfig({
  test: {
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: ["src/**/*.screen.test.tsx"],
          globalSetup,
        },
      },
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
          expect: { poll: { timeout: 30_000, interval: 50 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
