import { App, Button } from "antd";
import { type FormEvent, useMemo, useRef, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type Draft, useDraft } from "../../data/drafts.ts";
import { useIntent } from "../../data/intent.ts";
import { newId } from "../../data/new-id.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isProblem, messagesByField, NetworkError, ProblemError } from "../../data/problem-error.ts";
import { createRecord, patchRecord, useRefresh } from "../../data/records.ts";
import { useMe } from "../../data/session.ts";
import { idOf, isBlank, isSame } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { DuplicateHint } from "./DuplicateHint.tsx";
import { defaultsOf, formParts } from "./form-fields.ts";
import "./form.css";

export interface RecordFormProps {
  readonly object: ObjectInfo;
  /** Absent: a new record. */
  readonly record?: Values;
  readonly initial?: Values;
  readonly onSaved: (record: Values, again: boolean) => void;
  readonly onCancel: () => void;
}

/** Create and edit. What is typed survives a reload and a lost network; saving twice is saving once. */
export function RecordForm({ object, record, initial, onSaved, onCancel }: RecordFormProps) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const refresh = useRefresh();
  const intent = useIntent();
  const form = useRef<HTMLFormElement>(null);
  const parts = useMemo(() => formParts(object, !record), [object, record]);
  const start = useMemo<Values>(() => (record ? {} : { ...defaultsOf(parts), ...initial, id: newId() }), [record, parts, initial]);
  const draft = useDraft(`${me.user.id}.${object.name}.${record ? idOf(record) : initial ? JSON.stringify(initial) : "new"}`, start);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const base = useRef(record);
  const valueOf = (name: string) => (name in draft.values ? draft.values[name] : record?.[name]);

  const missing = () =>
    Object.fromEntries(
      parts
        .flatMap((part) => part.fields)
        .flatMap((field) =>
          field.required && field.default === undefined && isBlank(valueOf(field.name))
            ? [[field.name, t(recordTexts.required, { field: of(field.label) })]]
            : [],
        ),
    );
  const show = (found: Readonly<Record<string, string>>) => {
    setErrors(found);
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] textarea, [data-invalid] [tabindex="0"]')?.focus(),
    );
  };
  const refused = (error: unknown) => {
    if (error instanceof NetworkError) return void message.warning(t(recordTexts.keptOffline), 6);
    if (!(error instanceof ProblemError)) throw error;
    const found = messagesByField(error.problem.errors);
    if (isProblem(error, "version_conflict") && record) {
      refresh(object.name, idOf(record));
      const names = error.problem.errors.flatMap((item) => (item.field ? [of(object.byName[item.field]?.label, item.field)] : []));
      show({ ...found, "": t(recordTexts.conflict, { field: names.join("、") || of(object.label) }) });
      const current = error.problem["current"];
      if (typeof current === "object" && current !== null) base.current = { ...record, ...current };
      return;
    }
    show(Object.keys(found).length > 0 ? found : { "": error.problem.detail || error.problem.title });
  };
  const submit = async (again: boolean) => {
    const gaps = missing();
    if (Object.keys(gaps).length > 0) return show(gaps);
    setErrors({});
    setBusy(true);
    try {
      const { data } = await intent.run(draft.values, (key) => send(object, base.current, draft, key));
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
  return (
    <form
      ref={form}
      className="record-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void submit(false);
      }}
    >
      <div className="form-scroll">
        {draft.restored && (
          <div className="banner banner-info">
            <Icon name="history" />
            <span className="grow">{t(recordTexts.draftRestored)}</span>
            <Ghost onClick={draft.discard}>{t(recordTexts.draftDiscard)}</Ghost>
          </div>
        )}
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            <Icon name="warning" />
            {errors[""]}
          </div>
        )}
        {parts.map((part, place) => (
          <fieldset key={place} className="form-part">
            {(part.label || parts.length > 1) && <legend>{part.label ? of(part.label) : t(recordTexts.otherFields)}</legend>}
            <div className="form-grid">
              {part.fields.map((field, at) => (
                <Labelled
                  key={field.name}
                  label={of(field.label, field.name)}
                  required={field.required ?? false}
                  error={errors[field.name]}
                  hint={of(field.description)}
                  wide={kindUi(field).wide ?? false}
                >
                  {({ id, describedBy, invalid }) => (
                    <FieldInput
                      id={id}
                      object={object.name}
                      field={field}
                      record={{ ...record, ...draft.values }}
                      value={valueOf(field.name)}
                      invalid={invalid}
                      describedBy={describedBy}
                      autoFocus={place === 0 && at === 0}
                      onChange={(value) => draft.set(field.name, record && isSame(record[field.name], value) ? undefined : value)}
                    />
                  )}
                </Labelled>
              ))}
            </div>
            {place === 0 && <DuplicateHint object={object} values={draft.values} {...(record ? { id: idOf(record) } : {})} />}
          </fieldset>
        ))}
      </div>
      <footer className="form-foot">
        <Button onClick={onCancel}>{t(kitTexts.cancel)}</Button>
        <span className="grow" />
        {!record && (
          <Button disabled={busy} onClick={() => void submit(true)}>
            {t(recordTexts.saveAndNew)}
          </Button>
        )}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t(recordTexts.saveCreate)}
        </Button>
      </footer>
    </form>
  );
}

function send(object: ObjectInfo, record: Values | undefined, draft: Draft, key: string) {
  if (!record) return createRecord(object.name, Object.fromEntries(Object.entries(draft.values).filter(([, value]) => value !== null)), key);
  const base = Object.fromEntries(Object.keys(draft.values).map((name) => [name, record[name] ?? null]));
  return patchRecord({ object: object.name, id: idOf(record), values: draft.values, base }, key);
}
