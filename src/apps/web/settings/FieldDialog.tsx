import { useQueryClient } from "@tanstack/react-query";
import { Modal, Select, Switch } from "antd";
import { useState } from "react";
import type { FieldKind } from "../../../shared/metadata/field.ts";
import { useIntent } from "../../../ui/data/intent.ts";
import { type FieldInfo, OBJECTS, type ObjectInfo } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { apiNameOf } from "./api-name.ts";
import { definitionOf, draftOf, type FieldDraft } from "./field-draft.ts";
import { KindParts } from "./KindParts.tsx";
import { KIND_TEXTS, OFFERED } from "./kind-texts.ts";
import { settingsTexts } from "./settings.messages.ts";

export interface FieldDialogProps {
  readonly object: ObjectInfo;
  /** null: a new one. */
  readonly field: FieldInfo | null;
  readonly onClose: () => void;
}

export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(field));
  const { errors, busy, submit } = useDoorForm(["zh", "en", "name"]);
  const set = (change: Partial<FieldDraft>) => setDraft({ ...draft, ...change });
  const name = field?.name ?? (draft.name || apiNameOf(draft.en));
  const save = () =>
    submit({ zh: draft.zh, en: draft.en, name }, async () => {
      const body = { ...definitionOf({ ...draft, name }), ...(field ? {} : { name, kind: draft.kind }) };
      const path = `/objects/${object.name}/fields${field ? `/${field.name}` : ""}`;
      await intent.run(body, (key) => request(path, { method: field ? "PATCH" : "POST", body, key }));
      await client.invalidateQueries({ queryKey: OBJECTS });
      onClose();
    });
  const other = Object.entries(errors).find(([place]) => !["zh", "en", "name"].includes(place))?.[1];
  const isTyped = draft.kind !== "formula" && draft.kind !== "auto_number";
  return (
    <Modal
      open
      width={480}
      title={t(field ? settingsTexts.edit : settingsTexts.addField)}
      okText={t(field ? settingsTexts.save : settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <SimpleForm error={other} onSubmit={() => void save()}>
        <KindSelect kind={draft.kind} fixed={field !== null} onChange={(kind) => set({ kind })} />
        <TextField label={t(settingsTexts.labelZh)} required autoFocus value={draft.zh} onChange={(zh) => set({ zh })} error={errors["zh"]} />
        <TextField label={t(settingsTexts.labelEn)} required value={draft.en} onChange={(en) => set({ en })} error={errors["en"]} />
        {!field && (
          <TextField
            label={t(settingsTexts.apiName)}
            required
            code
            value={name}
            onChange={(next) => set({ name: next })}
            error={errors["name"]}
            hint={t(settingsTexts.apiNameHint)}
          />
        )}
        <KindParts draft={draft} set={set} />
        {isTyped && <Flags draft={draft} set={set} />}
      </SimpleForm>
    </Modal>
  );
}

function KindSelect({ kind, fixed, onChange }: { readonly kind: FieldKind; readonly fixed: boolean; readonly onChange: (kind: FieldKind) => void }) {
  const { t } = useLanguage();
  const options = OFFERED.map((one) => ({ value: one, label: t(KIND_TEXTS[one]) }));
  return (
    <Labelled label={t(settingsTexts.kind)}>
      {({ id }) => <Select<FieldKind> id={id} showSearch={{ optionFilterProp: "label" }} disabled={fixed} value={kind} options={options} onChange={onChange} />}
    </Labelled>
  );
}

function Flags({ draft, set }: { readonly draft: FieldDraft; readonly set: (part: Partial<FieldDraft>) => void }) {
  const { t } = useLanguage();
  return (
    <>
      <label className="line">
        <Switch size="small" checked={draft.required} onChange={(required) => set({ required })} />
        {t(settingsTexts.required)}
      </label>
      <label className="line">
        <Switch size="small" checked={draft.personal} onChange={(personal) => set({ personal })} />
        {t(settingsTexts.personal)}
      </label>
    </>
  );
}
