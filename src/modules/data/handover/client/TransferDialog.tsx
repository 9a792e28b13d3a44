import { Checkbox, Modal } from "antd";
import { useState } from "react";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import type { BulkResult } from "../../../../ui/data/bulk.ts";
import type { FieldInfo, ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordScreenMessages } from "../../../../ui/record/record.messages.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { transferRecords } from "./transfer-records.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface TransferDialogProps {
  readonly object: ObjectInfo;
  readonly owner: FieldInfo;
  readonly ids: readonly string[];
  readonly onDone: (result: BulkResult) => void;
  readonly onClose: () => void;
}

/** Gives the selected records to someone, with the open work on them if wanted. */
export function TransferDialog({ object, owner, ids, onDone, onClose }: TransferDialogProps) {
  const { t, of } = useLanguage();
  const refresh = useRefresh();
  const intent = useIntent();
  const [to, setTo] = useState<WireValue>(null);
  const [along, setAlong] = useState(true);
  const { busy, save } = useSave();
  const run = () => {
    const given = { object: object.name, ids, to: textValue(to), along };
    void save(() => intent.run(given, (key) => transferRecords(given, key)), {
      told: (result) => t(recordScreenMessages.transferred, { done: result.done, along: result.along }),
      onDone: (result) => {
        for (const name of [object.name, "task", "opportunity"]) refresh(name);
        onDone(result);
      },
    });
  };
  return (
    <Modal
      open
      width={460}
      title={t(recordScreenMessages.transferTitle, { count: ids.length })}
      okText={t(recordScreenMessages.transfer)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: textValue(to) === "" }}
      onOk={run}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Labelled label={of(owner.label)}>
          {({ id }) => <FieldInput id={id} object={object.name} field={owner} value={to} onChange={setTo} />}
        </Labelled>
        <Checkbox checked={along} onChange={(event) => setAlong(event.target.checked)}>
          {t(
            object.name === "account"
              ? recordScreenMessages.transferAlongDeals
              : recordScreenMessages.transferAlong,
          )}
        </Checkbox>
      </div>
    </Modal>
  );
}
