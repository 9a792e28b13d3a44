import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { ME } from "../../../../../ui/data/session.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { authMessages } from "./auth.messages.ts";
import { usePasswordChange } from "./use-password-change.tsx";

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const { inputs, error, busy, save } = usePasswordChange(async () => {
    tell.done(t(authMessages.changed));
    await client.invalidateQueries({ queryKey: ME });
    onClose();
  });
  return (
    <Modal
      open
      width={420}
      title={t(authMessages.changePassword)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <SimpleForm error={error} onSubmit={() => void save()}>
        {inputs}
        <button type="submit" hidden />
      </SimpleForm>
    </Modal>
  );
}
