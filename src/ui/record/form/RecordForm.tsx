import { type KeyboardEvent, Suspense, useMemo, useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { LineErrorsContext } from "../../field/line-errors.ts";
import { lazily } from "../../kit/lazily.ts";
import { FormBanners } from "./FormBanners.tsx";
import { FormFooter } from "./FormFooter.tsx";
import { FormParts } from "./FormParts.tsx";
import { formParts } from "./form-fields.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import { useRecordForm } from "./use-record-form.ts";
import * as styles from "./RecordForm.module.css";

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
      className={styles.recordForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(false);
      }}
      onKeyDown={onKeyDown}
    >
      <div className={styles.formScroll}>
        <FormBanners restored={form.draft.restored} error={form.errors[""]} onDiscard={form.draft.discard} />
        <LineErrorsContext value={form.ofLines}>
          <FormParts {...{ object, record, initial, parts, form }} />
        </LineErrorsContext>
      </div>
      <FormFooter
        busy={form.busy}
        onCancel={onCancel}
        onAgain={record ? null : () => void form.submit(true)}
      />
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
