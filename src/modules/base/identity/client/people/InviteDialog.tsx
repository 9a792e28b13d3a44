import { Modal } from "antd";
import { useState } from "react";
import { useRefresh } from "../../../../../ui/data/records.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { identityScreenMessages } from "../identity.messages.ts";
import { InviteForm } from "./InviteForm.tsx";
import { type Invited, InvitedLink } from "./InvitedLink.tsx";

export interface InviteDialogProps {
  readonly onAddOnly: () => void;
  readonly onClose: () => void;
}
/** Invites somebody: one form, then the link to be sent. */
export function InviteDialog({ onAddOnly, onClose }: InviteDialogProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const [invited, setInvited] = useState<Invited | null>(null);
  const show = (made: Invited) => {
    setInvited(made);
    refresh("user");
  };
  return (
    <Modal open width={460} footer={null} title={t(identityScreenMessages.invite)} onCancel={onClose}>
      {invited ? (
        <InvitedLink invited={invited} onAnother={() => setInvited(null)} onClose={onClose} />
      ) : (
        <InviteForm onInvited={show} onAddOnly={onAddOnly} onClose={onClose} />
      )}
    </Modal>
  );
}
