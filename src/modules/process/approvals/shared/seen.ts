/**
 * Stands for what a card showed: a digest of all of it, one of each criterion, and the version of the record,
 * so that a refusal can tell what has changed since. Opaque to callers, who give it back as they got it.
 * @example seenOf({ all: "a1", criteria: ["b2", "c3"], version: 7 }) // "a1.b2.c3~7"
 */
export const seenOf = ({
  all,
  criteria,
  version,
}: {
  readonly all: string;
  readonly criteria: readonly string[];
  readonly version: number | null;
}): string => `${[all, ...criteria].join(".")}~${version ?? ""}`;

export interface PartsOfSeen {
  /** What must be the same. The version is not: it also rises with what this person may not read. */
  readonly shown: string;
  readonly criteria: readonly string[];
  readonly version: number | null;
}
export function partsOfSeen(seen: string): PartsOfSeen {
  const [shown = "", version = ""] = seen.split("~");
  const [, ...criteria] = shown.split(".");
  return { shown, criteria, version: /^\d{1,9}$/.test(version) ? Number(version) : null };
}
