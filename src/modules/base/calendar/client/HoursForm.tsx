import { Button } from "antd";
import { useState } from "react";
import { workingCalendar } from "../../../../objects/system/working-calendar/working-calendar.object.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { DEFAULT_HOURS, readHours } from "../../../../shared/time/week-hours.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { createRecord, patchRecord, removeRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { useEdited } from "../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { hoursMessages } from "./calendar.messages.ts";
import { readWeek, type TypedWeek, typedWeek, weeklyHours } from "./hours-text.ts";
import { WeekFields } from "./WeekFields.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./HoursForm.module.css";

export interface HoursFormProps {
  /** null: none is kept yet. */
  readonly record: Values | null;
  readonly isCompanys?: boolean;
  readonly onClose?: () => void;
}
/** One week of hours: of the company, or of a department. */
export function HoursForm({ record, isCompanys = false, onClose }: HoursFormProps) {
  const { t } = useLanguage();
  const kept = record ? partOf(workingCalendar, record) : {};
  const { values, setValues, changed } = useEdited<TypedWeek>(
    typedWeek(readHours(kept.hours) ?? DEFAULT_HOURS),
  );
  const [department, setDepartment] = useState<WireValue>(kept.department ?? null);
  const { hours, wrong } = readWeek(values);
  const { errors, busy, submit } = useForm([]);
  const refresh = useRefresh();
  const tell = useTell();
  const name = isCompanys ? t(hoursMessages.company) : record ? titleAt(record, "department") : "";
  const save = () =>
    submit(wrong.length > 0 ? { "": "" } : {}, async () => {
      await keep(record, { hours, department, name: name || t(hoursMessages.department) });
      refresh(workingCalendar.name);
      tell.saved();
      onClose?.();
    });
  return (
    <SimpleForm
      className={`${base.card} ${styles.hoursForm}`}
      error={wrong.length > 0 && errors[""] ? t(hoursMessages.wrong) : errors[""]}
      onSubmit={() => void save()}
    >
      <div className={base.line}>
        <strong className={base.grow}>{name || t(hoursMessages.add)}</strong>
        <span className={`${base.muted} ${base.num}`}>
          {t(hoursMessages.perWeek, { count: weeklyHours(hours) })}
        </span>
        {record && !isCompanys && <RemoveHours record={record} name={name} />}
      </div>
      {!isCompanys && !record && <DepartmentField value={department} onChange={setDepartment} />}
      {isCompanys && !record && <p className={base.note}>{t(hoursMessages.byDefault)}</p>}
      <WeekFields week={values} wrong={wrong} onChange={setValues} />
      <div className={base.line}>
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={(!changed && record !== null) || (!isCompanys && department === null)}
        >
          {t(kitMessages.save)}
        </Button>
        {onClose && <Button onClick={onClose}>{t(kitMessages.cancel)}</Button>}
      </div>
    </SimpleForm>
  );
}

/** The company's hours are made with the first change of them. */
async function keep(record: Values | null, given: Values): Promise<void> {
  const { hours = null } = partOf(workingCalendar, given);
  if (!record) await createRecord(workingCalendar.name, given, newId());
  else
    await patchRecord(
      {
        object: workingCalendar.name,
        id: idOf(record),
        values: { hours },
        base: { hours: partOf(workingCalendar, record).hours ?? null },
      },
      newId(),
    );
}

function DepartmentField({
  value,
  onChange,
}: {
  readonly value: WireValue;
  readonly onChange: (value: WireValue) => void;
}) {
  const { t } = useLanguage();
  const field = useObject(workingCalendar.name)?.byName["department"];
  if (!field) return null;
  return (
    <Labelled label={t(hoursMessages.department)} required hint={t(hoursMessages.below)}>
      {({ id, invalid }) => (
        <FieldInput
          id={id}
          object={workingCalendar.name}
          field={field}
          value={value}
          record={{}}
          invalid={invalid}
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}

function RemoveHours({ record, name }: { readonly record: Values; readonly name: string }) {
  const { t } = useLanguage();
  const remove = useRemove();
  const refresh = useRefresh();
  return (
    <QuietButton
      icon="trash"
      aria-label={t(hoursMessages.remove, { name })}
      onClick={() =>
        remove({
          title: t(hoursMessages.remove, { name }),
          detail: t(hoursMessages.removeDetail),
          send: () => removeRecord(workingCalendar.name, idOf(record), { key: newId() }),
          onDone: () => refresh(workingCalendar.name),
        })
      }
    />
  );
}
