import { Modal } from "antd";
import { useState } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { CopyLine } from "../../../../ui/kit/CopyLine.tsx";
import { NewKey } from "./NewKey.tsx";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** Makes a key and shows it, once. */
export function AddKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [secret, setSecret] = useState<string | null>(null);
  if (secret === null) return <NewKey onMade={setSecret} onClose={onClose} />;
  return (
    <Modal
      open
      width={480}
      title={t(settingsMessages.addKey)}
      okText={t(settingsMessages.done)}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <p>{t(settingsMessages.keyShown)}</p>
        <CopyLine text={secret} />
      </div>
    </Modal>
  );
}
