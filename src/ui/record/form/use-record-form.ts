import { App } from "antd";
import { type RefObject, useMemo, useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useDraft } from "../../data/drafts.ts";
import { useIntent } from "../../data/intent.ts";
import { newId } from "../../data/new-id.ts";
import { type FieldInfo, matchOf, type ObjectInfo } from "../../data/objects.ts";
import { isProblem, messagesByField, NetworkError, ProblemError } from "../../data/problem-error.ts";
import { createRecord, patchRecord, type RecordAnswer, useRefresh } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { idOf, isBlank, isSame } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { type Choice, type Conflict, conflictOf, kept } from "./conflict.ts";
import { defaultsOf, type FormPart } from "./form-fields.ts";
import { useFormRules } from "./use-form-rules.ts";

type Messages = Readonly<Record<string, string>>;
export interface RecordFormOptions {
  readonly object: ObjectInfo;
  readonly record?: Values | undefined;
  readonly initial?: Values | undefined;
  readonly parts: readonly FormPart[];
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onSaved: (record: Values, again: boolean) => void;
}

/** What a form knows: the draft, what is wrong, and how it is saved. */
export function useRecordForm({ object, record, initial, parts, form, onSaved }: RecordFormOptions) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const refresh = useRefresh();
  const intent = useIntent();
  const start = useMemo<Values>(
    () => (record ? {} : { ...defaultsOf(parts), ...initial, id: newId() }),
    [record, parts, initial],
  );
  const draft = useDraft(
    `${me.user.id}.${object.name}.${record ? idOf(record) : initial ? JSON.stringify(initial) : "new"}`,
    start,
  );
  const [errors, setErrors] = useState<Messages>({});
  const [busy, setBusy] = useState(false);
  // As last read: what changes are measured against.
  const [seen, setSeen] = useState(record);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { now, isVisible, isRequired, shown } = useShownFields(object, seen, draft.values);
  const missing = useMissing(parts, (field) => isVisible(field) && isRequired(field));
  const valueOf = (name: string): WireValue | undefined =>
    name in draft.values ? draft.values[name] : seen?.[name];
  const setValue = (field: FieldInfo, value: WireValue) =>
    draft.set(field.name, seen && isSame(seen[field.name], value) ? undefined : value);
  const show = (found: Messages) => {
    setErrors(found);
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(
          '[data-invalid] input, [data-invalid] textarea, [data-invalid] [tabindex="0"]',
        )
        ?.focus(),
    );
  };
  const refused = (error: unknown) => {
    if (error instanceof NetworkError) return void message.warning(t(recordTexts.keptOffline), 6);
    if (!(error instanceof ProblemError)) throw error;
    const found = messagesByField(error.problem.errors);
    const clash = isProblem(error, "version_conflict") && record ? conflictOf(error) : null;
    if (clash && clash.clashes.length > 0) return setConflict(clash);
    show(Object.keys(found).length > 0 ? found : { "": error.problem.detail || error.problem.title });
  };
  const save = async (values: Values, base: Values | undefined, again: boolean) => {
    setErrors({});
    setBusy(true);
    try {
      const { data } = await intent.run([values, base], (key) => send(object, base, values, key));
      draft.discard();
      refresh(object.name, idOf(data));
      void message.success(t(recordTexts.saved));
      onSaved(data, again);
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
    }
  };
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

/** What the rules of the fields say of the record as typed. */
function useShownFields(object: ObjectInfo, seen: Values | undefined, typed: Values) {
  const rules = useFormRules(object);
  const now = useMemo<Values>(() => ({ ...seen, ...typed }), [seen, typed]);
  const isVisible = (field: FieldInfo): boolean => rules.isVisible(field, now);
  const isShown = (name: string): boolean => {
    const field = object.byName[name];
    return !field || isVisible(field);
  };
  return {
    now,
    isVisible,
    isRequired: (field: FieldInfo): boolean => rules.isRequired(field, now),
    /** What was typed into a field that no longer shows is not meant. */
    shown: (values: Values): Values =>
      Object.fromEntries(Object.entries(values).filter(([name]) => isShown(name))),
  };
}

/** Required fields still empty, said under each. What has a default is filled by the server. */
function useMissing(parts: readonly FormPart[], isRequired: (field: FieldInfo) => boolean) {
  const { t, of } = useLanguage();
  return (valueOf: (name: string) => WireValue | undefined): Messages =>
    Object.fromEntries(
      parts
        .flatMap((part) => part.fields)
        .filter((field) => isRequired(field) && field.default === undefined && isBlank(valueOf(field.name)))
        .map((field) => [field.name, t(recordTexts.required, { field: of(field.label) })]),
    );
}

async function send(
  object: ObjectInfo,
  record: Values | undefined,
  values: Values,
  key: string,
): Promise<RecordAnswer> {
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
