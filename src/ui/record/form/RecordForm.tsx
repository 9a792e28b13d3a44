import { Button } from "antd";
import { type KeyboardEvent, Suspense, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordTexts } from "../record.messages.ts";
import { DuplicateHint } from "./DuplicateHint.tsx";
import { formParts } from "./form-fields.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import { useRecordForm } from "./use-record-form.ts";
import "./form.css";

const ConflictDialog = lazily(() => import("./ConflictDialog.tsx").then((m) => m.ConflictDialog));

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
  const box = useRef<HTMLFormElement>(null);
  useFirstFocus(box);
  const parts = useMemo(() => formParts(object, !record), [object, record]);
  const form = useRecordForm({ object, record, initial, parts, form: box, onSaved });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void form.submit(false);
  };
  return (
    <form
      ref={box}
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(false);
      }}
      onKeyDown={onKeyDown}
    >
      <div className="form-scroll">
        <Banners restored={form.draft.restored} error={form.errors[""]} onDiscard={form.draft.discard} />
        {parts.map((part, place) => {
          const fields = part.fields.filter(form.isVisible);
          return fields.length === 0 ? null : (
            <fieldset key={place} className="form-part">
              {(part.label || parts.length > 1) && (
                <legend>{part.label ? of(part.label) : t(recordTexts.otherFields)}</legend>
              )}
              <div className="form-grid">
                {fields.map((field, at) => (
                  <FormField
                    key={field.name}
                    object={object}
                    field={field}
                    form={form}
                    autoFocus={place === 0 && at === 0}
                  />
                ))}
              </div>
              {place === 0 && (
                <DuplicateHint
                  object={object}
                  values={form.draft.values}
                  {...(record ? { id: idOf(record) } : {})}
                />
              )}
            </fieldset>
          );
        })}
      </div>
      <FormFoot busy={form.busy} onCancel={onCancel} onAgain={record ? null : () => void form.submit(true)} />
      {form.conflict && (
        <Suspense>
          <ConflictDialog
            object={object}
            conflict={form.conflict}
            mine={(name) => form.draft.values[name]}
            onSave={form.settle}
            onBack={form.leaveConflict}
          />
        </Suspense>
      )}
    </form>
  );
}

interface FormFieldProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly form: ReturnType<typeof useRecordForm>;
  readonly autoFocus: boolean;
}
function FormField({ object, field, form, autoFocus }: FormFieldProps) {
  const { of } = useLanguage();
  return (
    <Labelled
      label={of(field.label, field.name)}
      required={form.isRequired(field)}
      error={form.errors[field.name]}
      hint={of(field.description)}
      wide={kindUi(field).wide ?? false}
    >
      {(ids) => (
        <FieldInput
          {...ids}
          object={object.name}
          field={field}
          record={form.now}
          value={form.valueOf(field.name)}
          autoFocus={autoFocus}
          onChange={(value) => form.setValue(field, value)}
        />
      )}
    </Labelled>
  );
}

function Banners({
  restored,
  error,
  onDiscard,
}: {
  readonly restored: boolean;
  readonly error: string | undefined;
  readonly onDiscard: () => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      {restored && (
        <div className="banner banner-info">
          <Icon name="history" />
          <span className="grow">{t(recordTexts.draftRestored)}</span>
          <Ghost onClick={onDiscard}>{t(recordTexts.draftDiscard)}</Ghost>
        </div>
      )}
      {error && (
        <div className="banner banner-danger" role="alert">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </>
  );
}

function FormFoot({
  busy,
  onCancel,
  onAgain,
}: {
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onAgain: (() => void) | null;
}) {
  const { t } = useLanguage();
  return (
    <footer className="form-foot">
      <Button onClick={onCancel}>{t(kitTexts.cancel)}</Button>
      <span className="grow" />
      {onAgain && (
        <Button disabled={busy} onClick={onAgain}>
          {t(recordTexts.saveAndNew)}
        </Button>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(recordTexts.saveCreate)}
      </Button>
    </footer>
  );
}
