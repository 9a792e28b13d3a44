import { Button } from "antd";
import type { Values } from "../../../../shared/metadata/object.ts";
import { changeField, deleteField } from "../../../../shared/wire/fields.contract.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { dayText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { KIND_TEXTS } from "./kind.messages.ts";
import { useFields, useReread } from "./definition-data.ts";
import type { SettingsField } from "./field-draft.ts";
import { objectMessages } from "./objects.messages.ts";
import { definitionEntryMessages } from "./entry.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";

export interface FieldsTableProps {
  readonly object: ObjectInfo;
  /** Opens the form with this field chosen; null: to add one. */
  readonly onEdit: (field: string | null) => void;
}
/**
 * The fields of an object: one’s own are changed and deleted, shipped ones relabelled, asked for, switched
 * off; what is gone comes back.
 */
export function FieldsTable({ object, onEdit }: FieldsTableProps) {
  const { t } = useLanguage();
  const fields = useFields(object.name);
  return (
    <>
      <div>
        <Button icon={<Icon name="plus" />} onClick={() => onEdit(null)}>
          {t(definitionScreenMessages.addField)}
        </Button>
      </div>
      <QueryResult query={fields}>
        {(all) => {
          const shown = all.filter((field) => !field.internal);
          const system = shown.filter((field) => field.system);
          return (
            <>
              <FieldRows {...{ object, onEdit }} rows={shown.filter((field) => !field.system)} />
              {system.length > 0 && (
                <details>
                  <summary>{t(objectMessages.systemFields, { count: system.length })}</summary>
                  <FieldRows {...{ object, onEdit }} rows={system} />
                </details>
              )}
            </>
          );
        }}
      </QueryResult>
    </>
  );
}

interface FieldRowsProps {
  readonly object: ObjectInfo;
  readonly rows: readonly SettingsField[];
  readonly onEdit: (field: string) => void;
}
function FieldRows({ object, rows, onEdit }: FieldRowsProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(definitionEntryMessages.objects)}
      rows={rows}
      rowKey={(field) => field.name}
      columns={[
        {
          key: "label",
          title: t(definitionScreenMessages.fieldName),
          render: (field) => <FieldName field={field} />,
        },
        {
          key: "api",
          title: t(definitionScreenMessages.apiName),
          render: (field) => <code className={base.muted}>{field.name}</code>,
        },
        {
          key: "kind",
          title: t(definitionScreenMessages.kind),
          render: (field) => t(KIND_TEXTS[field.kind]),
        },
        { key: "state", title: "", render: (field) => <FieldState field={field} /> },
        {
          key: "actions",
          title: "",
          align: "right",
          render: (field) => <FieldActions object={object} field={field} onEdit={() => onEdit(field.name)} />,
        },
      ]}
    />
  );
}

function FieldName({ field }: { readonly field: SettingsField }) {
  const { of } = useLanguage();
  return (
    <span className={field.hidden ? base.muted : undefined}>
      {of(field.label, field.name)}
      {field.required && <span className={fieldStyles.required}> *</span>}
    </span>
  );
}

function FieldState({ field }: { readonly field: SettingsField }) {
  const { t } = useLanguage();
  if (field.deleted_at)
    return (
      <span
        className={`${chipStyles.chip} ${chipStyles.chipPlain}`}
        title={t(objectMessages.restorable, { date: dayText(field.restorable_until ?? "") })}
      >
        {t(objectMessages.deleted)} ·{" "}
        {t(objectMessages.restorable, { date: dayText(field.restorable_until ?? "") })}
      </span>
    );
  if (field.hidden)
    return <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(objectMessages.off)}</span>;
  if (field.custom)
    return (
      <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
        {t(definitionScreenMessages.custom)}
      </span>
    );
  return (field.changed?.length ?? 0) > 0 ? (
    <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(objectMessages.changed)}</span>
  ) : null;
}

interface ActionsProps {
  readonly object: ObjectInfo;
  readonly field: SettingsField;
  readonly onEdit: () => void;
}
function FieldActions({ object, field, onEdit }: ActionsProps) {
  const { t, of } = useLanguage();
  const ask = useRemove();
  const reread = useReread();
  const attempt = useAttempt();
  const name = of(field.label, field.name);
  const params = { object: object.name, field: field.name };
  const send = (body: Values) => call(changeField, { params, body });
  const change = (body: Values) => void attempt(() => send(body), { onDone: reread });
  if (field.hidden)
    return (
      <QuietButton icon="refresh" onClick={() => change({ hidden: field.custom ? false : null })}>
        {t(field.custom ? objectMessages.restore : objectMessages.switchOn)}
      </QuietButton>
    );
  const remove = () =>
    ask({
      title: t(definitionScreenMessages.deleteField, { name }),
      detail: t(definitionScreenMessages.deleteFieldDetail),
      send: () => call(deleteField, { params }),
      onDone: reread,
    });
  const switchOff = () =>
    ask({
      title: t(objectMessages.switchOffTitle, { name }),
      detail: t(objectMessages.switchOffDetail),
      action: t(objectMessages.switchOff),
      send: () => send({ hidden: true }),
      onDone: reread,
    });
  const back = Object.fromEntries((field.changed ?? []).map((key) => [key, null]));
  return (
    <span className={`${base.line} ${base.lineEnd}`}>
      {!field.custom && (field.changed?.length ?? 0) > 0 && (
        <QuietButton
          icon="history"
          aria-label={`${t(objectMessages.asShipped)} ${name}`}
          onClick={() => change(back)}
        />
      )}
      <QuietButton icon="edit" aria-label={`${t(kitMessages.edit)} ${name}`} onClick={onEdit} />
      {field.custom && !isPart(field.name) && (
        <QuietButton icon="trash" aria-label={`${t(kitMessages.delete)} ${name}`} onClick={remove} />
      )}
      {!field.custom && !field.system && (
        <QuietButton icon="eye" aria-label={`${t(objectMessages.switchOff)} ${name}`} onClick={switchOff} />
      )}
    </span>
  );
}
/** The title of one’s own object, and the companions of a stage, are parts of it. */
const isPart = (name: string): boolean => !name.endsWith("_c");
