import { App, Checkbox, Modal } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { useObject } from "../../../ui/data/objects.ts";
import { useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { idOf, textValue, titleAt } from "../../../ui/data/values.ts";
import { FieldInput } from "../../../ui/field/FieldInput.tsx";
import { QuickCreateContext } from "../../../ui/field/quick-create.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import { useKey } from "./share-data.ts";
import { sharingTexts } from "./sharing.messages.ts";

/** Another main department for a person, and whether the open records they own go along. */
export function DepartmentDialog({
  person,
  onClose,
}: {
  readonly person: Values;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const key = useKey();
  const field = useObject("user")?.byName["department"];
  const [department, setDepartment] = useState<WireValue>(null);
  const [along, setAlong] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = () => {
    setBusy(true);
    const body = { department, move_records: along };
    return request<{ moving: boolean }>(`/users/${idOf(person)}/department`, {
      method: "POST",
      body,
      key,
    }).then(
      ({ moving }) => {
        void message.success(t(moving ? sharingTexts.movedWithRecords : sharingTexts.moved));
        refresh("user");
        onClose();
      },
      (error: unknown) => (setBusy(false), setProblem(wordsOf(error, t(recordTexts.keptOffline)))),
    );
  };
  return (
    <Modal
      open
      width={460}
      title={t(sharingTexts.moveTitle, { name: textValue(person["name"]) })}
      okText={t(sharingTexts.move)}
      cancelText={t(sharingTexts.cancel)}
      okButtonProps={{ loading: busy, disabled: department === null }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="stack">
        {problem && (
          <div className="banner banner-danger" role="alert">
            {problem}
          </div>
        )}
        <p className="muted">
          {t(sharingTexts.moveNow, { department: titleAt(person, "department") || t(sharingTexts.moveNone) })}
        </p>
        {field && (
          <Labelled label={t(sharingTexts.moveTo)} required>
            {({ id, invalid }) => (
              <QuickCreateContext value={null}>
                <FieldInput
                  id={id}
                  object="user"
                  field={field}
                  value={department}
                  invalid={invalid}
                  onChange={setDepartment}
                />
              </QuickCreateContext>
            )}
          </Labelled>
        )}
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
