import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Tests of screens have a document, and a project of their own. */
const TEST = /(?<!\.screen)\.test\.tsx?$/;
const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const TESTING = "src/testing";
/** Whoever reaches one of these by its own imports or through `src/testing` is not pure. */
const OUTSIDE = new Set([
  `${TESTING}/database.ts`,
  `${TESTING}/postgres-server.ts`,
  "node:child_process",
  "pg",
]);

/** The files of tests under `root` that start neither a database nor another program, as paths from there. */
export function pureTests(root: string, folders: readonly string[]): string[] {
  const known = new Map<string, boolean>();
  const isPure = (path: string): boolean => {
    const answer = known.get(path);
    if (answer !== undefined) return answer;
    known.set(path, true);
    const pure = importsOf(root, path).every(
      (to) => !OUTSIDE.has(to) && (!to.startsWith(`${TESTING}/`) || isPure(to)),
    );
    known.set(path, pure);
    return pure;
  };
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        join(folder, name).replaceAll("\\", "/"),
      ),
    )
    .filter((path) => TEST.test(path) && isPure(path))
    .toSorted();
}

/** Files as paths from `root`, packages as they are called. */
function importsOf(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  return [...readFileSync(join(root, path), "utf8").matchAll(IMPORT)].map(([, to = ""]) =>
    to.startsWith(".") ? relative(root, resolve(root, dirname(path), to)).replaceAll("\\", "/") : to,
  );
}
