import { useQueryClient } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useState } from "react";
import { request } from "../../../ui/data/request.ts";
import { ME, useMe } from "../../../ui/data/session.ts";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { doorTexts } from "../pages/door.messages.ts";
import { useDoorForm } from "../pages/use-door-form.ts";

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { errors, busy, submit } = useDoorForm(["current", "next"]);
  const save = () =>
    submit({ current, next }, async () => {
      await request("/me/password", { method: "POST", body: { current, next } });
      void message.success(t(doorTexts.changed));
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
      <SimpleForm error={errors[""]} onSubmit={() => void save()}>
        {me.must_change_password && <p className="muted">{t(doorTexts.mustChange)}</p>}
        <input hidden readOnly autoComplete="username" value={me.user.login ?? ""} />
        <TextField
          label={t(doorTexts.currentPassword)}
          secret
          autoFocus
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={errors["current"]}
        />
        <TextField
          label={t(doorTexts.nextPassword)}
          secret
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={errors["next"]}
          hint={t(doorTexts.passwordHint)}
        />
        <button type="submit" hidden />
      </SimpleForm>
    </Modal>
  );
}
