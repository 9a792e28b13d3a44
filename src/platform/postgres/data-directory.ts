import { fits } from "../../shared/wire/fits.ts";
import { number, object } from "../../shared/wire/schema.ts";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { StartRefused } from "../config/start-refused.ts";
import { dataDirectoryMessages } from "./data-directory.messages.ts";

export interface DataDirectory {
  readonly root: string;
  readonly postgres: string;
  readonly files: string;
  readonly run: string;
  readonly logs: string;
}

const MARKER = "sluice.json";
const FORMAT = 1;

/** Makes or checks the directory in which everything that must last is kept. Throws StartRefused. */
export function openDataDirectory(path: string): DataDirectory {
  const wanted = resolve(path);
  try {
    mkdirSync(wanted, { recursive: true });
    const root = realpathSync(wanted);
    accessSync(root, constants.W_OK | constants.X_OK);
    checkMarker(root);
    const layout = {
      root,
      postgres: join(root, "postgres"),
      files: join(root, "files"),
      run: join(root, "run"),
      logs: join(root, "logs"),
    };
    for (const made of [layout.files, layout.run, layout.logs])
      mkdirSync(made, { recursive: true, mode: 0o700 });
    return layout;
  } catch (error) {
    if (error instanceof StartRefused || !(error instanceof Error && "code" in error)) throw error;
    throw new StartRefused(dataDirectoryMessages.unwritable, {
      directory: wanted,
      cause: String(error.code),
    });
  }
}

/** The marker tells our directory from one named by mistake. */
function checkMarker(root: string): void {
  const marker = join(root, MARKER);
  if (!existsSync(marker)) {
    if (readdirSync(root).length > 0)
      throw new StartRefused(dataDirectoryMessages.foreign, { directory: root });
    writeFileSync(
      marker,
      `${JSON.stringify({ product: "sluice", format: FORMAT, created: new Date().toISOString() })}\n`,
    );
    return;
  }
  const format = formatOf(readFileSync(marker, "utf8"));
  if (format === undefined) throw new StartRefused(dataDirectoryMessages.foreign, { directory: root });
  if (format > FORMAT) throw new StartRefused(dataDirectoryMessages.newer, { directory: root });
}

const Marker = object({ format: number() });
function formatOf(content: string): number | undefined {
  try {
    const marker: unknown = JSON.parse(content);
    return fits(Marker, marker) ? marker.format : undefined;
  } catch {
    return undefined;
  }
}
