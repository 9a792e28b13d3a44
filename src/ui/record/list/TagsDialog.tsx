import { Modal } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isList } from "../../data/values.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { Labelled } from "../../kit/Field.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { tagMessages } from "./tags.messages.ts";
import * as base from "../../kit/base.module.css";

export interface TagsDialogProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly count: number;
  readonly busy: boolean;
  readonly onApply: (values: Values) => void;
  readonly onClose: () => void;
}
/** Puts tags on every selected record and takes others off; whatever else they have stays. */
export function TagsDialog({ object, field, count, busy, onApply, onClose }: TagsDialogProps) {
  const { t } = useLanguage();
  const [add, setAdd] = useState<WireValue>([]);
  const [remove, setRemove] = useState<WireValue>([]);
  const isEmpty = [add, remove].every((list) => !isList(list) || list.length === 0);
  return (
    <Modal
      open
      width={460}
      title={t(tagMessages.title, { count })}
      okText={t(tagMessages.apply)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: isEmpty }}
      onOk={() => onApply({ [field.name]: { add, remove } })}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Labelled label={t(tagMessages.add)}>
          {({ id }) => (
            <FieldInput id={id} object={object.name} field={field} value={add} onChange={setAdd} autoFocus />
          )}
        </Labelled>
        <Labelled label={t(tagMessages.remove)}>
          {({ id }) => (
            <FieldInput id={id} object={object.name} field={field} value={remove} onChange={setRemove} />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}
