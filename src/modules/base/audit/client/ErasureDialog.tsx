import { Checkbox, Modal, Select } from "antd";
import { useId, useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { RecordSelect } from "../../permissions/client/public.ts";
import type { LegalBasis } from "../shared/erasure.contract.ts";
import { privacyMessages } from "./audit.messages.ts";
import { ErasureEffect } from "./ErasureEffect.tsx";
import { ErasureGrounds } from "./ErasureGrounds.tsx";
import { TakeAlong } from "./TakeAlong.tsx";
import { useAsking } from "./use-asking.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as fieldStyles from "../../../../ui/kit/Field.module.css";
import * as styles from "./ErasureDialog.module.css";

const SUBJECTS = ["contact", "lead", "user"];

/** Whom, why, and what will go and stay; the person's data can be taken along first. */
export function ErasureDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const objects = useObjects();
  const field = useId();
  const [object, setObject] = useState("contact");
  const [id, setId] = useState("");
  const [basis, setBasis] = useState<LegalBasis>("asked");
  const [reason, setReason] = useState("");
  const [attachments, setAttachments] = useState(true);
  const { busy, ask } = useAsking(onClose);
  const chooseObject = (name: string) => [setObject(name), setId("")];
  return (
    <Modal
      open
      title={t(privacyMessages.ask)}
      onCancel={onClose}
      onOk={() => void ask({ object, id, legal_basis: basis, attachments, ...(reason ? { reason } : {}) })}
      okText={t(privacyMessages.submit)}
      okButtonProps={{ disabled: !id, danger: true, loading: busy }}
    >
      <div className={`${base.stack} ${styles.privacyForm}`}>
        <div className={fieldStyles.labelled}>
          <label htmlFor={`${field}-kind`}>{t(privacyMessages.kind)}</label>
          <Select
            id={`${field}-kind`}
            value={object}
            options={SUBJECTS.map((name) => ({ value: name, label: of(objects.get(name)?.label, name) }))}
            onChange={chooseObject}
          />
        </div>
        <div className={fieldStyles.labelled}>
          <label htmlFor={`${field}-who`}>{t(privacyMessages.who)}</label>
          <RecordSelect key={object} id={`${field}-who`} object={object} value={id} onChange={setId} />
        </div>
        {id && <TakeAlong object={object} id={id} onFailed={tell.failed} />}
        <ErasureGrounds basis={basis} onBasis={setBasis} reason={reason} onReason={setReason} />
        <Checkbox checked={attachments} onChange={(event) => setAttachments(event.target.checked)}>
          {t(privacyMessages.attachments)}
        </Checkbox>
        {id && <ErasureEffect object={object} id={id} attachments={attachments} />}
        <p className={base.note}>{t(privacyMessages.forever)}</p>
      </div>
    </Modal>
  );
}
