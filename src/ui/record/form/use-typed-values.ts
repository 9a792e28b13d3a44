import { useMemo, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useDraft } from "../../data/drafts.ts";
import { newId } from "../../data/new-id.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { idOf, isSame } from "../../data/values.ts";
import { defaultsOf, type FormPart } from "./form-fields.ts";

export interface TypedValuesOptions {
  readonly object: ObjectInfo;
  /** Absent: a new record. */
  readonly record?: Values | undefined;
  readonly initial?: Values | undefined;
  readonly parts: readonly FormPart[];
}

/** What is typed into a form, kept as a draft over the record as it was last read. */
export function useTypedValues({ object, record, initial, parts }: TypedValuesOptions) {
  const me = useMe();
  const start = useMemo<Values>(
    () => (record ? {} : { ...defaultsOf(parts), ...initial, id: newId() }),
    [record, parts, initial],
  );
  const draft = useDraft(
    `${me.user.id}.${object.name}.${record ? idOf(record) : initial ? JSON.stringify(initial) : "new"}`,
    start,
  );
  // As last read: what changes are measured against.
  const [seen, setSeen] = useState(record);
  const valueOf = (name: string): WireValue | undefined =>
    name in draft.values ? draft.values[name] : seen?.[name];
  const setValue = (field: FieldInfo, value: WireValue) =>
    draft.set(field.name, seen && isSame(seen[field.name], value) ? undefined : value);
  return { draft, seen, setSeen, valueOf, setValue };
}
