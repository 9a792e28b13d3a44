import { Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { preloadInputs } from "../../field/preload-inputs.ts";
import type { Created } from "../../field/quick-create.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { RecordForm } from "./RecordForm.tsx";
import * as dialogStyles from "../../kit/dialog.module.css";
import * as styles from "./FormDialog.module.css";

preloadInputs();

export interface CreateDialogProps {
  readonly object: ObjectInfo;
  readonly initial?: Values;
  readonly onClose: (made: Created | null) => void;
}
export function CreateDialog({ object, initial, onClose }: CreateDialogProps) {
  const { t, of } = useLanguage();
  const [round, setRound] = useState(0);
  return (
    <Modal
      open
      className={`${dialogStyles.full} ${styles.formModal}`}
      width={760}
      title={t(recordScreenMessages.create, { object: of(object.label) })}
      footer={null}
      mask={{ closable: false }}
      onCancel={() => onClose(null)}
    >
      <RecordForm
        key={round}
        object={object}
        {...(initial ? { initial } : {})}
        onCancel={() => onClose(null)}
        onSaved={(record, again) =>
          again ? setRound(round + 1) : onClose({ id: idOf(record), title: textValue(record[object.title]) })
        }
      />
    </Modal>
  );
}

export interface EditDialogProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onClose: () => void;
}
export function EditDialog({ object, record, onClose }: EditDialogProps) {
  const { t, of } = useLanguage();
  return (
    <Modal
      open
      className={`${dialogStyles.full} ${styles.formModal}`}
      width={760}
      title={t(recordScreenMessages.editTitle, { object: of(object.label) })}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <RecordForm object={object} record={record} onCancel={onClose} onSaved={onClose} />
    </Modal>
  );
}
