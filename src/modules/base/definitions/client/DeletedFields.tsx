import { changeField } from "../../../../shared/wire/fields.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { KIND_TEXTS } from "./kind.messages.ts";
import { type DeletedField, useDeletedFields, useReread } from "./definition-data.ts";
import { objectMessages } from "./objects.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

function RestoreField({ field }: { readonly field: DeletedField }) {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const reread = useReread();
  const params = { object: field.object, field: field.name };
  const restore = () =>
    attempt(() => call(changeField, { params, body: { hidden: false } }), { onDone: reread });
  return (
    <QuietButton
      icon="refresh"
      aria-label={`${t(objectMessages.restore)} ${of(field.label, field.name)}`}
      onClick={() => void restore()}
    >
      {t(objectMessages.restore)}
    </QuietButton>
  );
}

/**
 * Fields of all objects that were deleted and can still be restored with their values; the one that goes
 * first on top.
 */
export function DeletedFields() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const { data = [] } = useDeletedFields();
  if (data.length === 0) return null;
  return (
    <>
      <h3>{t(objectMessages.deletedFields)}</h3>
      <p className={base.note}>{t(objectMessages.deletedFieldsLead)}</p>
      <DataTable
        label={t(objectMessages.deletedFields)}
        rows={data}
        rowKey={(field) => `${field.object}.${field.name}`}
        columns={[
          {
            key: "object",
            title: t(definitionScreenMessages.object),
            render: (field) => of(objects.get(field.object)?.label, field.object),
          },
          {
            key: "name",
            title: t(definitionScreenMessages.fieldName),
            render: (field) => of(field.label, field.name),
          },
          {
            key: "kind",
            title: t(definitionScreenMessages.kind),
            render: (field) => <span className={base.muted}>{t(KIND_TEXTS[field.kind])}</span>,
          },
          {
            key: "at",
            title: t(objectMessages.deletedAt),
            render: (field) => <span className={base.muted}>{timeText(field.deleted_at)}</span>,
          },
          {
            key: "left",
            title: t(objectMessages.daysLeft),
            render: (field) => t(objectMessages.days, { count: field.days_left }),
          },
          {
            key: "restore",
            title: "",
            align: "right",
            render: (field) => <RestoreField field={field} />,
          },
        ]}
      />
    </>
  );
}
