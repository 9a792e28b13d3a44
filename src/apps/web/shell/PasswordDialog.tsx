import { useQueryClient } from "@tanstack/react-query";
import { App, Input, Modal } from "antd";
import { useState } from "react";
import { request } from "../../../ui/data/request.ts";
import { ME, useMe } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
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
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {me.must_change_password && <p className="muted">{t(doorTexts.mustChange)}</p>}
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        <input hidden readOnly autoComplete="username" value={me.user.login ?? ""} />
        <Labelled label={t(doorTexts.currentPassword)} error={errors["current"]}>
          {({ id, invalid }) => (
            <Input.Password
              id={id}
              autoFocus
              autoComplete="current-password"
              value={current}
              status={invalid ? "error" : ""}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t(doorTexts.nextPassword)} error={errors["next"]} hint={t(doorTexts.passwordHint)}>
          {({ id, invalid }) => (
            <Input.Password
              id={id}
              autoComplete="new-password"
              value={next}
              status={invalid ? "error" : ""}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Labelled>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
