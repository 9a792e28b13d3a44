import { useQueryClient } from "@tanstack/react-query";
import { App, Modal, Select } from "antd";
import { useState } from "react";
import type { FieldKind } from "../../../shared/metadata/field.ts";
import { useIntent } from "../../../ui/data/intent.ts";
import { OBJECTS, type ObjectInfo } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { useMe } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { apiNameOf } from "./api-name.ts";
import { KIND_TEXTS, OFFERED } from "./kind-texts.ts";
import {
  bodyOf,
  draftOf,
  type FieldDraft,
  optionsIn,
  type SettingsField,
  withKind,
} from "./objects/field-draft.ts";
import { commonParts, KIND_PARTS, LAID_KEYS, type Part } from "./objects/field-parts.ts";
import { KindPreview } from "./objects/KindPreview.tsx";
import { objectTexts } from "./objects/objects.messages.ts";
import { OptionsInput } from "./objects/OptionsInput.tsx";
import { PartInput } from "./objects/PartInput.tsx";
import { faultAt, useDefinitionForm } from "./objects/use-definition-form.ts";
import { settingsTexts } from "./settings.messages.ts";

export interface FieldDialogProps {
  readonly object: ObjectInfo;
  /** null: a new one. */
  readonly field: SettingsField | null;
  readonly onClose: () => void;
}

/** Makes a field, changes one's own, or lays this company's words over a shipped one. */
export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const { message } = App.useApp();
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(field));
  const [converts, setConverts] = useState<boolean | null>(null);
  const isConverting = field?.custom === true && field.kind !== draft.kind;
  const { errors, busy, submit } = useDefinitionForm();
  const set = (change: Partial<FieldDraft>) => setDraft({ ...draft, ...change });
  const name = field?.name ?? (draft.name || apiNameOf(draft.en));
  const parts = [...KIND_PARTS[draft.kind], ...commonParts(draft.kind)].filter(
    (part) => !field || field.custom || (!field.system && LAID_KEYS.has(part.key)),
  );
  const shown = ["kind", "label", "description", "name", "map", ...parts.map((part) => part.key)];
  const save = () =>
    submit(shown, async () => {
      const kind = field?.kind === draft.kind ? {} : { kind: draft.kind };
      const body = { ...bodyOf(draft, field), ...kind, ...(field ? {} : { name }) };
      const path = `/objects/${object.name}/fields${field ? `/${field.name}` : ""}`;
      const answer = await intent.run(body, (key) =>
        request<{ converting?: object } | undefined>(path, { method: field ? "PATCH" : "POST", body, key }),
      );
      if (answer?.converting) void message.info(t(objectTexts.kindConverting), 8);
      await client.invalidateQueries({ queryKey: OBJECTS });
      onClose();
    });
  return (
    <Modal
      open
      width={760}
      title={t(field ? settingsTexts.edit : settingsTexts.addField)}
      okText={t(isConverting ? objectTexts.kindConvert : field ? settingsTexts.save : settingsTexts.add)}
      okButtonProps={{ disabled: isConverting && converts === false }}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <FieldForm
        object={object}
        field={field}
        draft={draft}
        errors={errors}
        parts={parts}
        name={name}
        set={set}
        onKind={(kind) => setDraft(withKind(draft, kind))}
        onSubmit={() => void save()}
      />
      {isConverting && (
        <KindPreview
          object={object}
          field={field}
          kind={draft.kind}
          body={{ ...bodyOf(draft, field), kind: draft.kind }}
          onKnown={setConverts}
        />
      )}
    </Modal>
  );
}

interface FieldFormProps {
  readonly object: ObjectInfo;
  readonly field: SettingsField | null;
  readonly draft: FieldDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
  readonly name: string;
  readonly set: (change: Partial<FieldDraft>) => void;
  readonly onKind: (kind: FieldKind) => void;
  readonly onSubmit: () => void;
}
function FieldForm({ object, field, draft, errors, parts, name, set, onKind, onSubmit }: FieldFormProps) {
  const { t } = useLanguage();
  const first = useMe().company.language;
  const own = KIND_PARTS[draft.kind].filter((part) => parts.includes(part));
  const common = parts.filter((part) => !own.includes(part));
  return (
    <SimpleForm error={errors[""]} onSubmit={onSubmit}>
      <KindSelect
        kind={draft.kind}
        fixed={field !== null && !field.custom}
        error={faultAt(errors, "kind")}
        onChange={onKind}
      />
      <TextField
        label={t(settingsTexts.labelZh)}
        required={first === "zh-CN"}
        autoFocus
        value={draft.zh}
        onChange={(zh) => set({ zh })}
        error={first === "zh-CN" ? faultAt(errors, "label") : undefined}
        hint={shippedHint(field, "zh-CN", t)}
      />
      <TextField
        label={t(settingsTexts.labelEn)}
        required={first === "en"}
        value={draft.en}
        onChange={(en) => set({ en })}
        error={first === "en" ? faultAt(errors, "label") : undefined}
        hint={shippedHint(field, "en", t)}
      />
      {!field && (
        <TextField
          label={t(settingsTexts.apiName)}
          required
          code
          value={name}
          onChange={(next) => set({ name: next })}
          error={faultAt(errors, "name")}
          hint={t(settingsTexts.apiNameHint)}
        />
      )}
      {own.map((part) => (
        <PartOf
          key={part.key}
          part={part}
          object={object}
          draft={draft}
          field={field}
          errors={errors}
          set={set}
        />
      ))}
      <details open={common.some((part) => faultAt(errors, part.key) !== undefined) || undefined}>
        <summary>{t(objectTexts.more)}</summary>
        <div className="stack details-body">
          <TextField
            label={t(objectTexts.helpZh)}
            value={draft.helpZh}
            onChange={(helpZh) => set({ helpZh })}
            error={faultAt(errors, "description")}
          />
          <TextField
            label={t(objectTexts.helpEn)}
            value={draft.helpEn}
            onChange={(helpEn) => set({ helpEn })}
          />
          {common.map((part) => (
            <PartOf
              key={part.key}
              part={part}
              object={object}
              draft={draft}
              field={field}
              errors={errors}
              set={set}
            />
          ))}
        </div>
      </details>
    </SimpleForm>
  );
}

type Say = ReturnType<typeof useLanguage>["t"];
/** Of a shipped field under other words: what it is called as shipped. */
const shippedHint = (field: SettingsField | null, tag: string, t: Say): string | undefined =>
  field?.shipped && field.shipped.label[tag] !== field.label[tag]
    ? t(objectTexts.shippedAs, { name: field.shipped.label[tag] ?? "" })
    : undefined;

interface PartOfProps {
  readonly part: Part;
  readonly object: ObjectInfo;
  readonly draft: FieldDraft;
  readonly field: SettingsField | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly set: (change: Partial<FieldDraft>) => void;
}
function PartOf({ part, object, draft, field, errors, set }: PartOfProps) {
  const { t } = useLanguage();
  const change = (value: unknown) => set({ properties: { ...draft.properties, [part.key]: value } });
  const error = faultAt(errors, part.key) ?? (part.key === "options" ? faultAt(errors, "map") : undefined);
  if (part.editor.is !== "options")
    return (
      <PartInput
        part={part}
        object={object}
        properties={{ ...draft.properties, kind: draft.kind }}
        error={error}
        onChange={change}
      />
    );
  const shipped =
    field && !field.custom ? optionsIn({ ...(field.shipped ?? field) }).map((option) => option.name) : [];
  return (
    <Labelled label={t(part.label)} required error={error}>
      {() => (
        <OptionsInput
          options={optionsIn(draft.properties)}
          kept={field ? optionsIn({ ...field }) : []}
          shipped={new Set(shipped)}
          map={draft.map}
          onChange={change}
          onMap={(map) => set({ map })}
        />
      )}
    </Labelled>
  );
}

interface KindSelectProps {
  readonly kind: FieldKind;
  readonly fixed: boolean;
  readonly error: string | undefined;
  readonly onChange: (kind: FieldKind) => void;
}
function KindSelect({ kind, fixed, error, onChange }: KindSelectProps) {
  const { t } = useLanguage();
  const options = OFFERED.map((one) => ({ value: one, label: t(KIND_TEXTS[one]) }));
  return (
    <Labelled label={t(settingsTexts.kind)} error={error}>
      {({ id }) => (
        <Select<FieldKind>
          id={id}
          showSearch={{ optionFilterProp: "label" }}
          disabled={fixed}
          value={kind}
          options={options}
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}
