import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { backupMessages } from "./backup.messages.ts";

/** The full path of a file that is about to be written. Throws StartRefused where it cannot be. */
export function fileToWrite(name: string): string {
  const file = resolve(name);
  try {
    if (!statSync(dirname(file)).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    if (existsSync(file) && statSync(file).isDirectory())
      throw Object.assign(new Error(), { code: "EISDIR" });
    return file;
  } catch (error) {
    throw new StartRefused(backupMessages.unwritable, {
      file,
      cause: error instanceof Error && "code" in error ? String(error.code) : "",
    });
  }
}
