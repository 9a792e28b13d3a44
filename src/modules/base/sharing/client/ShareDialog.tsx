import { Modal } from "antd";
import { useState } from "react";
import { share as shareObject } from "../../../../objects/system/share/share.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { QuickCreateContext } from "../../../../ui/field/quick-create.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { saveRecord, useKey } from "./share-data.ts";
import { sharingScreenMessages } from "./sharing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface ShareDialogProps {
  readonly object: ObjectInfo;
  readonly regarding: { readonly object: string; readonly id: string };
  /** Null: a new one. */
  readonly share: Values | null;
  readonly forReading: boolean;
  readonly onClose: () => void;
}
const WORKED_ON = ["level", "duty"];
const CHANGEABLE = [...WORKED_ON, "expires_at", "reason"];

/** With whom, for what, how far, and until when. */
export function ShareDialog({ object, regarding, share, forReading, onClose }: ShareDialogProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const key = useKey();
  const [values, setValues] = useState<Values>(
    share ?? { to: null, level: "read", below: true, duty: null, expires_at: null, reason: null },
  );
  const { errors, busy, submit, tell } = useForm([]);
  const { to } = partOf(shareObject, values);
  const toDepartment = to?.object === "department";
  const names = [
    ...(share ? [] : ["to"]),
    ...(toDepartment ? ["below"] : []),
    ...CHANGEABLE.filter((name) => !forReading || !WORKED_ON.includes(name)),
  ];
  const save = () => {
    if (!to) return tell(t(sharingScreenMessages.chooseTo));
    const given = Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
    return submit({}, async () => {
      await saveRecord("share", share, share ? given : { regarding, ...given }, key);
      refresh("share");
      onClose();
    });
  };
  return (
    <Modal
      open
      width={480}
      title={t(share ? sharingScreenMessages.changeTitle : sharingScreenMessages.shareTitle)}
      okText={t(share ? kitMessages.save : sharingScreenMessages.share)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Refusal words={errors[""]} />
        <QuickCreateContext value={null}>
          <ShareFields
            object={object}
            names={names}
            values={values}
            onChange={(given) => (setValues((now) => ({ ...now, ...given })), tell(null))}
          />
        </QuickCreateContext>
      </div>
    </Modal>
  );
}

interface FieldsProps {
  readonly object: ObjectInfo;
  readonly names: readonly string[];
  readonly values: Values;
  readonly onChange: (given: Values) => void;
}
function ShareFields({ object, names, values, onChange }: FieldsProps) {
  const { t, of } = useLanguage();
  return names.map((name) => {
    const field = object.byName[name];
    if (!field) return null;
    return (
      <Labelled
        key={name}
        label={of(field.label)}
        required={name === "to" || name === "level"}
        hint={name === "to" ? t(sharingScreenMessages.toHint) : of(field.description)}
      >
        {({ id, invalid }) => (
          <FieldInput
            id={id}
            object={object.name}
            field={field}
            value={values[name] ?? null}
            record={values}
            invalid={invalid}
            onChange={(value) => onChange({ [name]: value })}
          />
        )}
      </Labelled>
    );
  });
}
