import type { PersonActionProps } from "../../../../ui/slots/people-and-roles.ts";
import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { user } from "../../../../objects/system/user/user.object.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { can, useObject } from "../../../../ui/data/objects.ts";
import { textValue, titleAt } from "../../../../ui/data/values.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { QuickCreateContext } from "../../../../ui/field/quick-create.ts";
import { DayPicker } from "../../../../ui/kit/DayPicker.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { sharingScreenMessages } from "./sharing.messages.ts";
import { useMoving } from "./use-moving.ts";
import * as abilityStyles from "../../../../ui/kit/ability.module.css";
import * as base from "../../../../ui/kit/base.module.css";

/** Another main department for a person, and whether the open records they own go along. */
export function DepartmentDialog({ person, onClose }: PersonActionProps) {
  const { t } = useLanguage();
  const { move, plan, problem, busy } = useMoving(person, onClose);
  const [day, setDay] = useState<string | null>(null);
  const mayPlan = useObject("department_move");
  const isAhead = day !== null;
  const [department, setDepartment] = useState<WireValue>(null);
  const [along, setAlong] = useState(false);
  return (
    <Modal
      open
      width={460}
      title={t(sharingScreenMessages.moveTitle, { name: partOf(user, person).name ?? "" })}
      okText={t(isAhead ? sharingScreenMessages.planMove : sharingScreenMessages.move)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ loading: busy, disabled: department === null }}
      onOk={() => void (isAhead ? plan(textValue(department), day) : move(textValue(department), along))}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Refusal words={problem} />
        <p className={base.muted}>
          {t(sharingScreenMessages.moveNow, {
            department: titleAt(person, "department") || t(sharingScreenMessages.moveNone),
          })}
        </p>
        <DepartmentField value={department} onChange={setDepartment} />
        {mayPlan && can(mayPlan, "create") && (
          <Labelled label={t(sharingScreenMessages.moveFrom)} hint={t(sharingScreenMessages.moveFromHint)}>
            {({ id }) => <DayPicker id={id} value={day} onChange={setDay} />}
          </Labelled>
        )}
        <label className={abilityStyles.ability} hidden={isAhead}>
          <Checkbox checked={along} onChange={(event) => setAlong(event.target.checked)} />
          <span>
            {t(sharingScreenMessages.moveRecords)}
            <small>{t(sharingScreenMessages.moveRecordsHint)}</small>
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
    <Labelled label={t(sharingScreenMessages.moveTo)} required>
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
