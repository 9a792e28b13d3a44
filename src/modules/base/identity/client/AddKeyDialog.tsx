import { Modal } from "antd";
import { useState } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { CopyLine } from "../../../../ui/kit/CopyLine.tsx";
import { NewKey } from "./NewKey.tsx";
import { settingsTexts } from "./settings.messages.ts";

/** Makes a key and shows it, once. */
export function AddKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [secret, setSecret] = useState<string | null>(null);
  if (secret === null) return <NewKey onMade={setSecret} onClose={onClose} />;
  return (
    <Modal
      open
      width={480}
      title={t(settingsTexts.addKey)}
      okText={t(settingsTexts.done)}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t(settingsTexts.keyShown)}</p>
        <CopyLine text={secret} />
      </div>
    </Modal>
  );
}
