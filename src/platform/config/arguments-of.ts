import { type Command, type Given, readArguments } from "./read-arguments.mjs";
import { StartRefused } from "./start-refused.ts";

/** The command was not called rightly: nothing was begun, and exit code 2. */
export class CommandRefused extends StartRefused {
  override readonly exitCode: number = 2;
}

/** What this process was called with. Throws CommandRefused. */
export function argumentsOf<Name extends string = never>(
  command: Command<Name>,
  args: readonly string[] = process.argv.slice(2),
): Given<Name> {
  const given = readArguments(command, args);
  if (!given.ok) throw new CommandRefused(given.text);
  return given;
}
