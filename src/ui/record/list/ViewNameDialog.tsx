import { Input, Modal, Switch } from "antd";
import { useState } from "react";
import { Labelled } from "../../kit/Field.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";

export interface ViewNameDialogProps {
  readonly busy: boolean;
  readonly onSave: (name: string, shared: boolean) => void;
  readonly onClose: () => void;
}
export function ViewNameDialog({ busy, onSave, onClose }: ViewNameDialogProps) {
  const { t } = useLanguage();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = () => {
    if (name.trim()) onSave(name.trim(), shared);
  };
  return (
    <Modal
      open
      width={420}
      title={t(recordScreenMessages.saveView)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: !name.trim() }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Labelled label={t(recordScreenMessages.viewName)} required>
          {({ id }) => (
            <Input
              id={id}
              autoFocus
              maxLength={100}
              value={name}
              onPressEnter={save}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Labelled>
        <label className={base.line}>
          <Switch size="small" checked={shared} onChange={setShared} />
          {t(recordScreenMessages.viewShared)}
        </label>
      </div>
    </Modal>
  );
}
