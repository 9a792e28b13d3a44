import { Modal } from "antd";
import { renderSVG } from "uqr";
import { CopyLine } from "../../../../ui/kit/CopyLine.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { approvalScreenMessages } from "./approvals.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./PhoneLinkDialog.module.css";

interface PhoneLinkDialogProps {
  readonly url: string;
  readonly onClose: () => void;
}
/** The code to be scanned, and the address for who would rather send it to themselves. */
export function PhoneLinkDialog({ url, onClose }: PhoneLinkDialogProps) {
  const { t } = useLanguage();
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(url))}`;
  return (
    <Modal open width={420} title={t(approvalScreenMessages.onPhone)} footer={null} onCancel={onClose}>
      <div className={base.stack}>
        <p>{t(approvalScreenMessages.scan)}</p>
        <img className={styles.code} src={picture} alt={t(approvalScreenMessages.scan)} />
        <CopyLine text={url} />
        <p className={base.note}>{t(approvalScreenMessages.linkIsYours)}</p>
      </div>
    </Modal>
  );
}
