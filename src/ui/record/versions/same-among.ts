import type { FieldInfo } from "../../data/objects.ts";
import type { VersionInfo } from "./version-data.ts";

/** Whether two versions agree in a field. */
export type Same = (a: VersionInfo, b: VersionInfo, field: FieldInfo) => boolean;
/** Lines differ where a version after the earlier one, up to the later one, changed some. */
export const sameAmong =
  (versions: readonly VersionInfo[]): Same =>
  (a, b, { name, kind }) => {
    if (kind !== "children")
      return JSON.stringify(a.values[name] ?? null) === JSON.stringify(b.values[name] ?? null);
    const [earlier, later] = a.from < b.from ? [a, b] : [b, a];
    return !versions.some((one) => one.from > earlier.from && one.from <= later.from && name in one.lines);
  };
