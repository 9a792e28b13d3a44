import { useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Select, Switch } from "antd";
import { useState } from "react";
import type { FieldKind } from "../../../shared/metadata/field.ts";
import { useIntent } from "../../../ui/data/intent.ts";
import { type FieldInfo, OBJECTS, type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { apiNameOf } from "./api-name.ts";
import { definitionOf, draftOf, type FieldDraft, RETURNS } from "./field-draft.ts";
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
      <div className="stack">
        {other && (
          <div className="banner banner-danger" role="alert">
            {other}
          </div>
        )}
        <Labelled label={t(settingsTexts.kind)}>
          {({ id }) => (
            <Select<FieldKind>
              id={id}
              showSearch={{ optionFilterProp: "label" }}
              disabled={field !== null}
              value={draft.kind}
              options={OFFERED.map((kind) => ({ value: kind, label: t(KIND_TEXTS[kind]) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Labelled>
        <Labelled label={t(settingsTexts.labelZh)} required error={errors["zh"]}>
          {({ id }) => <Input id={id} autoFocus value={draft.zh} onChange={(event) => set({ zh: event.target.value })} />}
        </Labelled>
        <Labelled label={t(settingsTexts.labelEn)} required error={errors["en"]}>
          {({ id }) => <Input id={id} value={draft.en} onChange={(event) => set({ en: event.target.value })} />}
        </Labelled>
        {!field && (
          <Labelled label={t(settingsTexts.apiName)} required error={errors["name"]} hint={t(settingsTexts.apiNameHint)}>
            {({ id }) => <Input id={id} className="mono" value={name} onChange={(event) => set({ name: event.target.value })} />}
          </Labelled>
        )}
        <KindParts draft={draft} set={set} />
        {!["formula", "auto_number"].includes(draft.kind) && (
          <label className="line">
            <Switch size="small" checked={draft.required} onChange={(required) => set({ required })} />
            {t(settingsTexts.required)}
          </label>
        )}
      </div>
    </Modal>
  );
}

/** What a kind asks for beyond its name. */
function KindParts({ draft, set }: { readonly draft: FieldDraft; readonly set: (change: Partial<FieldDraft>) => void }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  if (draft.kind === "select" || draft.kind === "multiselect")
    return (
      <Labelled label={t(settingsTexts.options)} required hint={t(settingsTexts.optionsHint)}>
        {({ id }) => (
          <Input.TextArea id={id} autoSize={{ minRows: 3, maxRows: 12 }} value={draft.options} onChange={(event) => set({ options: event.target.value })} />
        )}
      </Labelled>
    );
  if (draft.kind === "link")
    return (
      <>
        <Labelled label={t(settingsTexts.target)} required>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              showSearch={{ optionFilterProp: "label" }}
              value={[...draft.targets]}
              options={[...objects.values()].map((object) => ({ value: object.name, label: of(object.label, object.name) }))}
              onChange={(targets: string[]) => set({ targets })}
            />
          )}
        </Labelled>
        <Labelled label={t(settingsTexts.relatedLabel)} hint={t(settingsTexts.optionsHint)}>
          {({ id }) => <Input id={id} value={draft.inverse} onChange={(event) => set({ inverse: event.target.value })} />}
        </Labelled>
      </>
    );
  if (draft.kind === "formula")
    return (
      <>
        <Labelled label={t(settingsTexts.formula)} required hint={t(settingsTexts.formulaHint)}>
          {({ id }) => (
            <Input.TextArea
              id={id}
              className="mono"
              autoSize={{ minRows: 2 }}
              value={draft.expression}
              onChange={(event) => set({ expression: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t(settingsTexts.returns)}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.returns}
              options={RETURNS.map((kind) => ({ value: kind, label: t(KIND_TEXTS[kind]) }))}
              onChange={(returns) => set({ returns })}
            />
          )}
        </Labelled>
      </>
    );
  if (draft.kind === "auto_number")
    return (
      <Labelled label={t(settingsTexts.numberFormat)} required hint={t(settingsTexts.numberFormatHint)}>
        {({ id }) => <Input id={id} className="mono" value={draft.format} onChange={(event) => set({ format: event.target.value })} />}
      </Labelled>
    );
  return null;
}
