import { argumentsOf } from "../src/platform/config/arguments-of.ts";
import { benchCommand } from "./bench-command.mjs";
import { numberOf, sizeOf } from "./option-values.ts";

/** What `npm run bench` takes. */
export interface BenchOptions {
  readonly size: number;
  readonly sizeName: string;
  /** Of one measurement; each is repeated `rounds` times, taking turns with what it is compared to. */
  readonly seconds: number;
  readonly rounds: number;
  /** Where the seeded company is kept for the next run; absent: thrown away. */
  readonly keep: string | undefined;
  /** A PostgreSQL that runs already, its company kept; absent: one of our own. */
  readonly database: string | undefined;
  /** Only measures whose name contains one of these, parted by commas. */
  readonly only: string | undefined;
  /** Another bundle of the server than dist/server/web.mjs, to compare two. */
  readonly server: string | undefined;
  /** Write the profile of the server's processor time here. */
  readonly profile: string | undefined;
  /** A checkout of an earlier version to be compared with, in place of plain, bare and raw. */
  readonly before: string | undefined;
  readonly save: boolean;
}

/** Throws CommandRefused on what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { options, flags } = argumentsOf(benchCommand, args);
  const { keep, database, only, server, profile, before } = options;
  const size = sizeOf(options.size);
  return {
    size: size.deals,
    sizeName: size.name,
    seconds: numberOf("seconds", options.seconds, 1),
    rounds: Math.ceil(numberOf("rounds", options.rounds, 5)),
    keep,
    database,
    only,
    server,
    profile,
    before,
    save: !flags.has("no-save") && !only && !server && !profile,
  };
}
