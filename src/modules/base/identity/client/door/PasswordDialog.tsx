import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { ME } from "../../../../../ui/data/session.ts";
import { kitTexts } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { doorTexts } from "./door.messages.ts";
import { usePasswordChange } from "./use-password-change.tsx";

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const { inputs, error, busy, save } = usePasswordChange(async () => {
    tell.done(t(doorTexts.changed));
    await client.invalidateQueries({ queryKey: ME });
    onClose();
  });
  return (
    <Modal
      open
      width={420}
      title={t(doorTexts.changePassword)}
      okText={t(kitTexts.save)}
      cancelText={t(kitTexts.cancel)}
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
