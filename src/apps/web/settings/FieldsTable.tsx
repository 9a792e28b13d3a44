import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type FieldInfo, OBJECTS, type ObjectInfo } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useConfirm } from "../../../ui/kit/use-confirm.ts";
import { FieldDialog } from "./FieldDialog.tsx";
import { KIND_TEXTS } from "./kind-texts.ts";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

/** The fields of an object; those made here can be changed and deleted. */
export function FieldsTable({ object }: { readonly object: ObjectInfo }) {
  const { t, of } = useLanguage();
  const confirm = useConfirm();
  const client = useQueryClient();
  const tell = useTell();
  const [editing, setEditing] = useState<FieldInfo | "new" | null>(null);
  const fields = object.fields.filter((field) => !field.internal && !field.hidden);
  const remove = (field: FieldInfo) =>
    confirm({
      title: t(settingsTexts.deleteField, { name: of(field.label, field.name) }),
      detail: t(settingsTexts.deleteFieldDetail),
      run: () =>
        request<void>(`/objects/${object.name}/fields/${field.name}`, { method: "DELETE" }).then(
          () => client.invalidateQueries({ queryKey: OBJECTS }),
          tell.failed,
        ),
    });
  return (
    <>
      <div>
        <Button icon={<Icon name="plus" />} onClick={() => setEditing("new")}>
          {t(settingsTexts.addField)}
        </Button>
      </div>
      <DataTable
        label={t(entryTexts.objects)}
        rows={fields}
        rowKey={(field) => field.name}
        columns={[
          {
            key: "label",
            title: t(settingsTexts.fieldName),
            render: (field) => (
              <span>
                {of(field.label, field.name)}
                {field.required && <span className="required"> *</span>}
              </span>
            ),
          },
          { key: "api", title: t(settingsTexts.apiName), render: (field) => <code className="muted">{field.name}</code> },
          { key: "kind", title: t(settingsTexts.kind), render: (field) => t(KIND_TEXTS[field.kind]) },
          {
            key: "actions",
            title: "",
            align: "right",
            render: (field) =>
              field.custom ? (
                <FieldActions name={of(field.label)} onEdit={() => setEditing(field)} onDelete={() => remove(field)} />
              ) : (
                <span className="muted">{t(settingsTexts.shipped)}</span>
              ),
          },
        ]}
      />
      {editing && <FieldDialog object={object} field={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function FieldActions({ name, onEdit, onDelete }: { readonly name: string; readonly onEdit: () => void; readonly onDelete: () => void }) {
  const { t } = useLanguage();
  return (
    <span className="line line-end">
      <Ghost icon="edit" aria-label={`${t(settingsTexts.edit)} ${name}`} onClick={onEdit} />
      <Ghost icon="trash" aria-label={`${t(settingsTexts.delete)} ${name}`} onClick={onDelete} />
    </span>
  );
}
