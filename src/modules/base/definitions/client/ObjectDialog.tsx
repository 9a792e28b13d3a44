import { Modal, Select, Switch } from "antd";
import { useState } from "react";
import type { Language } from "../../../../shared/i18n/label.ts";
import { parentOf } from "../../../../shared/metadata/object.ts";
import { changeObject } from "../../../../shared/wire/objects.contract.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { isShown, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useReread } from "./definition-data.ts";
import { asSent } from "./field-draft.ts";
import { AREAS, draftOfObject, objectBody, type ObjectDraft } from "./object-draft.ts";
import { objectMessages } from "./objects.messages.ts";
import { FieldsSelect } from "./FieldsSelect.tsx";
import { everyFault, faultAt } from "./definition-errors.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const SHOWN = ["label", "plural", "area", "list", "sharing", "money_document"];

/** Words, list and place of an object; of a shipped one only what differs is kept. */
export function ObjectDialog({
  object,
  onClose,
}: {
  readonly object: ObjectInfo;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const intent = useIntent();
  const reread = useReread();
  const [draft, setDraft] = useState<ObjectDraft>(() => draftOfObject(object));
  const { errors, busy, submit } = useForm(SHOWN, everyFault);
  const set = (change: Partial<ObjectDraft>) => setDraft({ ...draft, ...change });
  const save = () =>
    submit({}, async () => {
      const body = asSent(objectBody(draft, object));
      const params = { object: object.name };
      await intent.run(body, (key) => call(changeObject, { params, body, key }));
      await reread();
      onClose();
    });
  return (
    <Modal
      open
      width={620}
      title={t(objectMessages.editObject)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <SimpleForm error={errors[""]} onSubmit={() => void save()}>
        <NameInputs draft={draft} errors={errors} set={set} />
        <PlaceInputs object={object} draft={draft} errors={errors} set={set} />
        <ListInputs object={object} draft={draft} errors={errors} set={set} />
      </SimpleForm>
    </Modal>
  );
}

/** Its names in both languages; the company's first one it must have. */
function NameInputs({ draft, errors, set }: Omit<PartProps, "object">) {
  const { t } = useLanguage();
  const first = useMe().company.language;
  const at = (language: Language, part: string): string | undefined =>
    language === first ? faultAt(errors, part) : undefined;
  return (
    <>
      <TextField
        label={t(definitionScreenMessages.labelZh)}
        required={first === "zh-CN"}
        value={draft.zh}
        onChange={(zh) => set({ zh })}
        error={at("zh-CN", "label")}
      />
      <TextField
        label={t(definitionScreenMessages.labelEn)}
        required={first === "en"}
        value={draft.en}
        onChange={(en) => set({ en })}
        error={at("en", "label")}
      />
      <TextField
        label={t(objectMessages.pluralZh)}
        value={draft.pluralZh}
        onChange={(pluralZh) => set({ pluralZh })}
        error={at("zh-CN", "plural")}
      />
      <TextField
        label={t(objectMessages.pluralEn)}
        value={draft.pluralEn}
        onChange={(pluralEn) => set({ pluralEn })}
        error={at("en", "plural")}
      />
    </>
  );
}

interface PartProps {
  readonly object: ObjectInfo;
  readonly draft: ObjectDraft;
  readonly errors: FormErrors;
  readonly set: (change: Partial<ObjectDraft>) => void;
}
function PlaceInputs({ object, draft, errors, set }: PartProps) {
  const { t, of } = useLanguage();
  const links = object.fields.filter((field) => field.kind === "link" && field.custom);
  const held = parentOf(object.sharing)?.parent;
  const names = new Set([...links.map((field) => field.name), ...(held ? [held] : [])]);
  const ways = [
    { value: "owner", label: t(objectMessages.sharingOwner) },
    { value: "everyone", label: t(objectMessages.sharingEveryone) },
    ...[...names].map((name) => ({
      value: `parent:${name}`,
      label: t(objectMessages.sharingParent, { name: of(object.byName[name]?.label, name) }),
    })),
  ];
  return (
    <>
      <Labelled label={t(objectMessages.area)} error={faultAt(errors, "area")}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.area}
            options={AREAS.map((one) => ({ value: one.value, label: t(one.label) }))}
            onChange={(area: string) => set({ area })}
          />
        )}
      </Labelled>
      {object.custom && (
        <Labelled label={t(objectMessages.sharing)} error={faultAt(errors, "sharing")}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.sharing}
              options={ways}
              onChange={(sharing: string) => set({ sharing })}
            />
          )}
        </Labelled>
      )}
      {object.area !== "settings" && (
        <div>
          <label className={base.line}>
            <Switch
              size="small"
              checked={draft.moneyDocument}
              onChange={(moneyDocument) => set({ moneyDocument })}
            />
            {t(objectMessages.moneyDocument)}
          </label>
          <p className={errors["money_document"] ? `${base.note} ${base.noteError}` : base.note}>
            {faultAt(errors, "money_document") ?? t(objectMessages.moneyDocumentHint)}
          </p>
        </div>
      )}
    </>
  );
}

function ListInputs({ object, draft, errors, set }: PartProps) {
  const { t, of } = useLanguage();
  const sortable = object.fields.filter(
    (field) =>
      isShown(field) && !["children", "tags", "json", "file", "image", "signature"].includes(field.kind),
  );
  return (
    <>
      <Labelled label={t(objectMessages.columns)} error={faultAt(errors, "list")}>
        {({ id }) => (
          <FieldsSelect
            id={id}
            object={object}
            value={draft.columns}
            onChange={(columns) => set({ columns })}
          />
        )}
      </Labelled>
      <Labelled label={t(objectMessages.sort)}>
        {({ id }) => (
          <span className={base.line}>
            <Select
              id={id}
              className={base.grow}
              showSearch={{ optionFilterProp: "label" }}
              value={draft.sort.replace(/^-/, "")}
              options={sortable.map((field) => ({ value: field.name, label: of(field.label, field.name) }))}
              onChange={(name: string) => set({ sort: draft.sort.startsWith("-") ? `-${name}` : name })}
            />
            <label className={base.line}>
              <Switch
                size="small"
                checked={draft.sort.startsWith("-")}
                onChange={(down) => set({ sort: `${down ? "-" : ""}${draft.sort.replace(/^-/, "")}` })}
              />
              {t(objectMessages.descending)}
            </label>
          </span>
        )}
      </Labelled>
    </>
  );
}
