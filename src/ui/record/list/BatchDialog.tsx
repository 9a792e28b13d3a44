import { Modal, Select } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";

export interface BatchDialogProps {
  readonly object: ObjectInfo;
  /** The one field that is set; null: it is chosen here. */
  readonly only: FieldInfo | null;
  readonly count: number;
  readonly busy: boolean;
  readonly onApply: (values: Values) => void;
  readonly onClose: () => void;
}
/** One field and its new value for every selected row. */
export function BatchDialog({ object, only, count, busy, onApply, onClose }: BatchDialogProps) {
  const { t, of } = useLanguage();
  const fields = object.fields.filter(
    (field) => isEditable(object, field) && kindUi(field).Input && !["children", "tags"].includes(field.kind),
  );
  const [name, setName] = useState(only?.name ?? "");
  const [value, setValue] = useState<WireValue>(null);
  const field = only ?? object.byName[name];
  return (
    <Modal
      open
      width={460}
      title={t(only ? recordScreenMessages.transferTitle : recordScreenMessages.bulkTitle, { count })}
      okText={t(only ? recordScreenMessages.transfer : recordScreenMessages.apply)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: !field || (only !== null && value === null) }}
      onOk={() => field && onApply({ [field.name]: value })}
      onCancel={onClose}
    >
      <div className={base.stack}>
        {!only && (
          <Labelled label={t(recordScreenMessages.field)}>
            {({ id }) => (
              <Select
                id={id}
                className={base.fullWidth}
                showSearch={{ optionFilterProp: "label" }}
                value={name || undefined}
                options={fields.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
                onChange={(next: string) => {
                  setName(next);
                  setValue(null);
                }}
              />
            )}
          </Labelled>
        )}
        {field && (
          <Labelled label={of(field.label)}>
            {({ id }) => (
              <FieldInput
                key={field.name}
                id={id}
                object={object.name}
                field={field}
                value={value}
                onChange={setValue}
              />
            )}
          </Labelled>
        )}
      </div>
    </Modal>
  );
}
