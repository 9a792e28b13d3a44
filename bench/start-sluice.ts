import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ChildServer, startChild } from "./child-server.ts";

interface Installed {
  readonly bundle: string;
  readonly url: string;
  readonly directory: string;
  /** Where the profile of its processor time is written. */
  readonly profile?: string | undefined;
}

/** The program as `npm start` of the checkout at `root` runs it. */
export const startSluice = (
  root: string,
  { bundle, url, directory, profile }: Installed,
): Promise<ChildServer> =>
  startChild(
    [
      ...(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []),
      ...startFlags(root),
      "--enable-source-maps",
      bundle,
    ],
    { DATABASE_URL: url, SLUICE_DATA_DIR: directory, SLUICE_LOG_LEVEL: "error" },
    "/api/health",
  );

/** How `npm start` bounds the memory of its process. */
function startFlags(root: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  return scripts.start.match(/--max-\S+/g) ?? [];
}
