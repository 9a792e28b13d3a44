import { Button, Modal } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { answerUse, type NewObject } from "../shared/new-objects.contract.ts";
import { answerOf, firstUse, type Use, useAnswered, useAskedRoles } from "./new-objects-data.ts";
import { newObjectTexts } from "./new-objects.messages.ts";
import { UseTable } from "./UseTable.tsx";
import * as base from "../../../../ui/kit/base.module.css";

interface UseDialogProps {
  readonly asked: NewObject;
  readonly onClose: () => void;
}
/** Which roles may read, create and change the records of a new object; answered once, or declined. */
export function UseDialog({ asked, onClose }: UseDialogProps) {
  const { t, of } = useLanguage();
  const roles = useAskedRoles();
  const answered = useAnswered();
  const { busy, save } = useSave();
  const [changed, setChanged] = useState<Use | null>(null);
  const use = changed ?? firstUse(asked, roles);
  const answer = answerOf(use, asked.object, roles);
  const name = of(asked.plural, asked.object);
  const send = (rights: Use) =>
    save(() => call(answerUse, { params: { object: asked.object }, body: { rights } }), {
      told: t(newObjectTexts.done, { object: name }),
      onDone: () => {
        answered();
        onClose();
      },
    });
  const footer = (
    <>
      <Button type="text" disabled={busy} onClick={() => void send({})}>
        {t(newObjectTexts.nobody)}
      </Button>
      <Button onClick={onClose}>{t(kitMessages.cancel)}</Button>
      <Button
        type="primary"
        loading={busy}
        disabled={Object.keys(answer).length === 0}
        onClick={() => void send(answer)}
      >
        {t(kitMessages.save)}
      </Button>
    </>
  );
  return (
    <Modal
      open
      width={640}
      title={t(newObjectTexts.title, { object: name })}
      footer={footer}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <p className={base.muted}>{t(newObjectTexts.hint)}</p>
        {Object.keys(asked.proposed).length > 0 && <p className={base.note}>{t(newObjectTexts.proposed)}</p>}
        <UseTable roles={roles} use={use} onChange={setChanged} />
      </div>
    </Modal>
  );
}
