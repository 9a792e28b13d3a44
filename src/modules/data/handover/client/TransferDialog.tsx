import { App, Checkbox, Modal } from "antd";
import { useState } from "react";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import type { BulkResult } from "../../../../ui/data/bulk.ts";
import type { FieldInfo, ObjectInfo } from "../../../../ui/data/objects.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { FieldInput } from "../../../../ui/field/FieldInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { recordTexts } from "../../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../../ui/record/use-save-cell.ts";
import { transferRecords } from "./transfer-records.ts";

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
  const { message } = App.useApp();
  const refresh = useRefresh();
  const intent = useIntent();
  const [to, setTo] = useState<WireValue>(null);
  const [along, setAlong] = useState(true);
  const [busy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    const given = { object: object.name, ids, to: textValue(to), along };
    intent
      .run(given, (key) => transferRecords(given, key))
      .then(
        (result) => {
          for (const name of [object.name, "task", "opportunity"]) refresh(name);
          void message.success(t(recordTexts.transferred, { done: result.done, along: result.along }));
          onDone(result);
        },
        (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      width={460}
      title={t(recordTexts.transferTitle, { count: ids.length })}
      okText={t(recordTexts.transfer)}
      cancelText={t(kitTexts.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: textValue(to) === "" }}
      onOk={run}
      onCancel={onClose}
    >
      <div className="stack">
        <Labelled label={of(owner.label)}>
          {({ id }) => <FieldInput id={id} object={object.name} field={owner} value={to} onChange={setTo} />}
        </Labelled>
        <Checkbox checked={along} onChange={(event) => setAlong(event.target.checked)}>
          {t(object.name === "account" ? recordTexts.transferAlongDeals : recordTexts.transferAlong)}
        </Checkbox>
      </div>
    </Modal>
  );
}
