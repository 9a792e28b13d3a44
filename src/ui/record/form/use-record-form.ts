import { type RefObject, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useIntent } from "../../data/intent.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isProblem } from "../../data/problem-error.ts";
import { useRefresh } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { useBusy } from "../../kit/use-busy.ts";
import { useTell } from "../../kit/use-tell.tsx";
import { type Choice, type Conflict, conflictOf, kept } from "./conflict.ts";
import { useAskHuge } from "../use-ask-huge.ts";
import { sendRecord } from "./send-record.ts";
import { useFormErrors } from "./use-form-errors.ts";
import { useMissing } from "./use-missing.ts";
import { useShownFields } from "./use-shown-fields.ts";
import { type TypedValuesOptions, useTypedValues } from "./use-typed-values.ts";

export interface RecordFormOptions extends TypedValuesOptions {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onSaved: (record: Values, again: boolean) => void;
}

/** What a form knows: the draft, what is wrong, and how it is saved. */
export function useRecordForm({ object, record, initial, parts, form, onSaved }: RecordFormOptions) {
  const told = useTell();
  const refresh = useRefresh();
  const intent = useIntent();
  const { draft, seen, setSeen, valueOf, setValue } = useTypedValues({ object, record, initial, parts });
  const { errors, ofLines, clear, show, tell } = useFormErrors(form);
  const { busy, run } = useBusy();
  const isMeant = useAskHuge(object);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { now, isVisible, isRequired, shown } = useShownFields(object, seen, draft.values);
  const missing = useMissing(parts, (field) => isVisible(field) && isRequired(field));
  const refused = (error: unknown) => {
    const clash = isProblem(error, "version_conflict") && record ? conflictOf(error) : null;
    if (clash && clash.clashes.length > 0) return setConflict(clash);
    if (clash) readLinesAgain(object, refresh);
    tell(error);
  };
  const send = async (values: Values, base: Values | undefined, again: boolean) => {
    clear();
    try {
      const { data } = await intent.run([values, base], (key) => sendRecord(object, base, values, key));
      // What was typed is seen until the form closes.
      draft.forget();
      refresh(object.name, idOf(data));
      told.saved();
      onSaved(data, again);
    } catch (error) {
      refused(error);
    }
  };
  const save = (values: Values, base: Values | undefined, again: boolean) =>
    run(async () => ((await isMeant(values, base)) ? send(values, base, again) : undefined));
  const submit = async (again: boolean) => {
    const gaps = missing(valueOf);
    if (Object.keys(gaps).length > 0) return show(gaps);
    await save(shown(draft.values), seen, again);
  };
  const settle = (choices: Readonly<Record<string, Choice>>) => {
    const current = { ...seen, ...conflict?.current };
    const values = kept(shown(draft.values), choices);
    setConflict(null);
    setSeen(current);
    draft.replace(values);
    void save(values, current, false);
  };
  return {
    draft,
    errors,
    ofLines,
    busy,
    now,
    isVisible,
    isRequired,
    valueOf,
    setValue,
    submit,
    conflict,
    settle,
    leaveConflict: () => setConflict(null),
  };
}

/** Lines that others changed are read again, so that both values can be seen. */
function readLinesAgain(object: ObjectInfo, refresh: (object: string) => void): void {
  for (const field of object.fields) if (field.kind === "children") refresh(field.object);
}
