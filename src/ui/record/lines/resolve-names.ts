import type { WireValue } from "../../../shared/metadata/object.ts";
import type { ObjectMap } from "../../data/objects.ts";
import { fetchPage } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";

/** A record by its name. */
export interface NamedRecord {
  readonly value: WireValue;
  readonly title: string;
}
/** By name: the record of that name; "none" or "several" where it is not clear which. */
export type Resolved = ReadonlyMap<string, NamedRecord | "none" | "several">;

/** So many names in one question: an address has its limits. */
const AT_ONCE = 40;
/** Other fields by which people know a record. */
const ALSO: readonly string[] = ["code", "number", "login"];

/**
 * Finds records by their names or codes, whichever of the targets they are of. All questions are asked in the
 * same moment, so that they go in one request.
 */
export async function resolveNames(
  objects: ObjectMap,
  targets: readonly string[],
  names: readonly string[],
): Promise<Resolved> {
  const wanted = [...new Set(names)];
  const known = targets.flatMap((target) => objects.get(target) ?? []);
  const asked = known.flatMap((object) => {
    const by = [object.title, ...ALSO].filter((name) => {
      const field = object.byName[name];
      return field && !field.hidden && field.right !== "hidden" && field.right !== "mask";
    });
    return Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, part) => {
      const some = wanted.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
      const list = `[${some.map((name) => JSON.stringify(name)).join(", ")}]`;
      const filter = by.map((name) => `${name} in ${list}`).join(" || ");
      const fields = ["id", ...by].join(",");
      return fetchPage(object.name, { filter, fields, limit: 200, count: "none" }, null).then(({ data }) =>
        data.map((record) => ({ object, record, by })),
      );
    });
  });
  const found = (await Promise.all(asked)).flat();
  const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
  return new Map(
    wanted.map((name): [string, NamedRecord | "none" | "several"] => {
      const fits = found.filter(({ record, by }) =>
        by.some((one) => fold(textValue(record[one])) === fold(name)),
      );
      const [only] = fits;
      if (!only) return [name, "none"];
      if (fits.length > 1) return [name, "several"];
      const { object, record } = only;
      const id = idOf(record);
      const value = targets.length > 1 ? { object: object.name, id } : id;
      return [name, { value, title: textValue(record[object.title]) }];
    }),
  );
}
