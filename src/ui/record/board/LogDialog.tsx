import { Modal } from "antd";
import { useRef } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { ActivityComposer } from "../page/ActivityComposer.tsx";
import { boardMessages } from "./board.messages.ts";

export interface LogDialogProps {
  readonly activity: ObjectInfo;
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onClose: () => void;
}
/** What happened with a card is written down without leaving the board; what was typed is kept as a draft. */
export function LogDialog({ activity, object, record, onClose }: LogDialogProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const box = useRef<HTMLDivElement>(null);
  const logged = () => {
    tell.done(t(boardMessages.logged));
    onClose();
  };
  return (
    <Modal
      open
      width={480}
      title={t(boardMessages.logOn, { name: textValue(record[object.title]) })}
      footer={null}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && box.current?.querySelector("textarea")?.focus()}
    >
      <div ref={box}>
        <ActivityComposer activity={activity} object={object.name} id={idOf(record)} onLogged={logged} />
      </div>
    </Modal>
  );
}
