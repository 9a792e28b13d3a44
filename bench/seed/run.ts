import { Closers } from "../../src/apps/server/closers.ts";
import { argumentsOf } from "../../src/platform/config/arguments-of.ts";
import { terminalLanguage } from "../../src/platform/config/settings.ts";
import { StartRefused } from "../../src/platform/config/start-refused.ts";
import { label } from "../../src/shared/i18n/label.ts";
import { sizeOf } from "../option-values.ts";

const command = {
  name: "npm run seed",
  options: {
    size: label("1k|10k|100k|1m", "1k|10k|100k|1m"),
    password: label("密码", "PASSWORD"),
    force: "flag",
  },
} as const;

/**
 * npm run seed -- --size 1m [--force] [--password P]: fills the installation of SLUICE_DATA_DIR or
 * DATABASE_URL. What it was called with wrongly, it says before it loads the program.
 */
async function run(closers: Closers): Promise<void> {
  const { options, flags } = argumentsOf<"size" | "password" | "force">(command);
  const { deals } = sizeOf(options.size);
  const { seed } = await import("./seed.ts");
  await seed(closers, { deals, password: options.password, isForced: flags.has("force") });
}

const closers = new Closers((name, error) => console.error(`closing ${name} failed`, error));
try {
  await run(closers);
} catch (error) {
  console.error(error instanceof StartRefused ? error.sentence(terminalLanguage(process.env)) : error);
  process.exitCode = error instanceof StartRefused ? error.exitCode : 1;
} finally {
  await closers.closeAll();
}
process.exit();
