import { StartRefused } from "../../platform/config/start-refused.ts";
import { backupTexts } from "./backup.messages.ts";

/** The one file that a command is given. Throws StartRefused. */
export function fileArgument(command: string, args: readonly string[] = process.argv.slice(2)): string {
  const [file] = args;
  if (!file || file.startsWith("--")) throw new StartRefused(backupTexts.usage, { command });
  return file;
}

/** The value behind an option: `--erasures FILE`. */
export function optionOf(name: string, args: readonly string[] = process.argv.slice(2)): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : (args[at + 1] ?? "");
}
