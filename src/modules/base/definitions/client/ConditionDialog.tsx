import { Modal } from "antd";
import { Suspense } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { objectMessages } from "./objects.messages.ts";

const ConditionPanel = lazily(() =>
  import("../../../../ui/record/condition/ConditionPanel.tsx").then((module) => module.ConditionPanel),
);

export interface ConditionDialogProps {
  readonly object: ObjectInfo;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onClose: () => void;
}
/** A condition, put together field by field. */
export function ConditionDialog({ object, value, onChange, onClose }: ConditionDialogProps) {
  const { t } = useLanguage();
  return (
    <Modal open width={760} title={t(objectMessages.condition)} footer={null} onCancel={onClose}>
      <Suspense>
        <ConditionPanel object={object} value={value} onChange={onChange} onClose={onClose} />
      </Suspense>
    </Modal>
  );
}
