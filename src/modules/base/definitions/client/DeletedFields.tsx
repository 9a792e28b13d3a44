import { changeField } from "../../../../shared/wire/fields.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { KIND_TEXTS } from "./kind-texts.ts";
import { type DeletedField, useDeletedFields, useReread } from "./definition-data.ts";
import { objectTexts } from "./objects.messages.ts";
import { definitionTexts } from "./definitions.messages.ts";

function RestoreField({ field }: { readonly field: DeletedField }) {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const reread = useReread();
  const params = { object: field.object, field: field.name };
  const restore = () =>
    attempt(() => call(changeField, { params, body: { hidden: false } }), { onDone: reread });
  return (
    <Ghost
      icon="refresh"
      aria-label={`${t(objectTexts.restore)} ${of(field.label, field.name)}`}
      onClick={() => void restore()}
    >
      {t(objectTexts.restore)}
    </Ghost>
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
      <h3>{t(objectTexts.deletedFields)}</h3>
      <p className="note">{t(objectTexts.deletedFieldsLead)}</p>
      <DataTable
        label={t(objectTexts.deletedFields)}
        rows={data}
        rowKey={(field) => `${field.object}.${field.name}`}
        columns={[
          {
            key: "object",
            title: t(definitionTexts.object),
            render: (field) => of(objects.get(field.object)?.label, field.object),
          },
          {
            key: "name",
            title: t(definitionTexts.fieldName),
            render: (field) => of(field.label, field.name),
          },
          {
            key: "kind",
            title: t(definitionTexts.kind),
            render: (field) => <span className="muted">{t(KIND_TEXTS[field.kind])}</span>,
          },
          {
            key: "at",
            title: t(objectTexts.deletedAt),
            render: (field) => <span className="muted">{timeText(field.deleted_at)}</span>,
          },
          {
            key: "left",
            title: t(objectTexts.daysLeft),
            render: (field) => t(objectTexts.days, { count: field.days_left }),
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
