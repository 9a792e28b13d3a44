import { Modal } from "antd";
import { task } from "../../../../objects/work/task/task.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { call } from "../../../../ui/data/call.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import type { RecordActionProps } from "../../../../ui/slots/record-page.ts";
import { takeBack } from "../shared/collaboration.contract.ts";
import { collaborationScreenMessages } from "./collaboration.messages.ts";

/** Asks before a task is taken from whom it was handed to; says so where nobody has it. */
export function TakeBackDialog({ record, onClose }: RecordActionProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const { busy, save } = useSave();
  const isHanded = Boolean(partOf(task, record).collaborator);
  const take = () =>
    save(() => call(takeBack, { params: { id: idOf(record) } }), {
      told: t(collaborationScreenMessages.takenBack),
      onDone: () => {
        refresh("task");
        onClose();
      },
    });
  return (
    <Modal
      open
      width={420}
      title={t(collaborationScreenMessages.takeBackTitle)}
      okText={t(collaborationScreenMessages.takeBack)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      okButtonProps={{ danger: true, disabled: !isHanded }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <p>{t(collaborationScreenMessages[isHanded ? "takeBackDetail" : "notHanded"])}</p>
    </Modal>
  );
}
