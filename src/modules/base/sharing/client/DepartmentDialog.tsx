import type { PersonActionProps } from "../../../../ui/client-module.ts";
import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { user } from "../../../../objects/system/user/user.object.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useObject } from "../../../../ui/data/objects.ts";
import { textValue, titleAt } from "../../../../ui/data/values.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { QuickCreateContext } from "../../../../ui/field/quick-create.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { sharingTexts } from "./sharing.messages.ts";
import { useMoving } from "./use-moving.ts";

/** Another main department for a person, and whether the open records they own go along. */
export function DepartmentDialog({ person, onClose }: PersonActionProps) {
  const { t } = useLanguage();
  const { move, problem, busy } = useMoving(person, onClose);
  const [department, setDepartment] = useState<WireValue>(null);
  const [along, setAlong] = useState(false);
  return (
    <Modal
      open
      width={460}
      title={t(sharingTexts.moveTitle, { name: partOf(user, person).name ?? "" })}
      okText={t(sharingTexts.move)}
      cancelText={t(kitTexts.cancel)}
      okButtonProps={{ loading: busy, disabled: department === null }}
      onOk={() => void move(textValue(department), along)}
      onCancel={onClose}
    >
      <div className="stack">
        <Refusal words={problem} />
        <p className="muted">
          {t(sharingTexts.moveNow, { department: titleAt(person, "department") || t(sharingTexts.moveNone) })}
        </p>
        <DepartmentField value={department} onChange={setDepartment} />
        <label className="ability">
          <Checkbox checked={along} onChange={(event) => setAlong(event.target.checked)} />
          <span>
            {t(sharingTexts.moveRecords)}
            <small>{t(sharingTexts.moveRecordsHint)}</small>
          </span>
        </label>
      </div>
    </Modal>
  );
}

interface DepartmentFieldProps {
  readonly value: WireValue;
  readonly onChange: (value: WireValue) => void;
}
/** The department to go to; none is made on the way. */
function DepartmentField({ value, onChange }: DepartmentFieldProps) {
  const { t } = useLanguage();
  const field = useObject("user")?.byName["department"];
  if (!field) return null;
  return (
    <Labelled label={t(sharingTexts.moveTo)} required>
      {({ id, invalid }) => (
        <QuickCreateContext value={null}>
          <FieldInput
            id={id}
            object="user"
            field={field}
            value={value}
            invalid={invalid}
            onChange={onChange}
          />
        </QuickCreateContext>
      )}
    </Labelled>
  );
}
