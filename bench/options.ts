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
  readonly save: boolean;
}

const SIZES: Readonly<Record<string, number>> = { "1k": 1000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 };

/** Reads `--size 100k --seconds 1 --rounds 5 --keep DIR --database URL --only list --server FILE --profile DIR --no-save`. Throws on what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] ?? "";
    if (!["--size", "--seconds", "--rounds", "--keep", "--database", "--only", "--server", "--profile", "--no-save"].includes(name))
      throw new Error(`bench does not know ${name}`);
    given.set(name, name === "--no-save" ? "on" : (args[(at += 1)] ?? ""));
  }
  const sizeName = given.get("--size") ?? "100k";
  const size = SIZES[sizeName];
  if (!size) throw new Error(`--size is one of ${Object.keys(SIZES).join(", ")}`);
  const number = (name: string, otherwise: number): number => {
    const value = Number(given.get(name) ?? otherwise);
    if (!(value > 0 && value <= 60)) throw new Error(`${name} is between 0 and 60`);
    return value;
  };
  const partial = given.has("--only") || given.has("--server") || given.has("--profile");
  return {
    size,
    sizeName,
    seconds: number("--seconds", 1),
    rounds: Math.ceil(number("--rounds", 5)),
    keep: given.get("--keep"),
    database: given.get("--database"),
    only: given.get("--only"),
    server: given.get("--server"),
    profile: given.get("--profile"),
    save: !given.has("--no-save") && !partial,
  };
}
