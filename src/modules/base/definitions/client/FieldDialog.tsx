import { Modal } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { apiNameOf } from "./api-name.ts";
import { bodyOf, draftOf, type FieldDraft, type SettingsField, withKind } from "./field-draft.ts";
import { commonParts, KIND_PARTS, LAID_KEYS } from "./field-parts.ts";
import { FieldForm } from "./FieldForm.tsx";
import { KindPreview } from "./KindPreview.tsx";
import { objectMessages } from "./objects.messages.ts";
import { everyFault } from "./definition-errors.ts";
import { useSendField } from "./use-send-field.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";

export interface FieldDialogProps {
  readonly object: ObjectInfo;
  /** null: a new one. */
  readonly field: SettingsField | null;
  readonly onClose: () => void;
}

/** Makes a field, changes one's own, or lays this company's words over a shipped one. */
export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const { t } = useLanguage();
  const send = useSendField(object, field);
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(field));
  const [converts, setConverts] = useState<boolean | null>(null);
  const isConverting = field?.custom === true && field.kind !== draft.kind;
  const set = (change: Partial<FieldDraft>) => setDraft({ ...draft, ...change });
  const name = field?.name ?? (draft.name || apiNameOf(draft.en));
  const parts = [...KIND_PARTS[draft.kind], ...commonParts(draft.kind)].filter(
    (part) => !field || field.custom || (!field.system && LAID_KEYS.has(part.key)),
  );
  const shown = ["kind", "label", "description", "name", "map", ...parts.map((part) => part.key)];
  const { errors, busy, submit } = useForm(shown, everyFault);
  const save = () =>
    submit({}, async () => {
      await send(draft, name);
      onClose();
    });
  return (
    <Modal
      open
      width={760}
      title={t(field ? kitMessages.edit : definitionScreenMessages.addField)}
      okText={t(isConverting ? objectMessages.kindConvert : field ? kitMessages.save : kitMessages.add)}
      okButtonProps={{ disabled: isConverting && converts === false }}
      cancelText={t(kitMessages.cancel)}
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
