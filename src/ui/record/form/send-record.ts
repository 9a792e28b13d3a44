import type { Values } from "../../../shared/metadata/object.ts";
import { matchOf, type ObjectInfo } from "../../data/objects.ts";
import { createRecord, patchRecord, type RecordAnswer } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";

/**
 * Creates the record, or changes one against the values it was last read with. Nothing changed: nothing is
 * sent.
 */
export async function sendRecord(
  object: ObjectInfo,
  record: Values | undefined,
  values: Values,
  key: string,
): Promise<Pick<RecordAnswer, "data">> {
  if (!record)
    return createRecord(
      object.name,
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
      key,
    );
  if (Object.keys(values).length === 0) return { data: record };
  const names = Object.keys(values).filter((name) => object.byName[name]?.kind !== "children");
  const base = Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
  return patchRecord(
    { object: object.name, id: idOf(record), values, base, ...matchOf(object, record) },
    key,
  );
}
