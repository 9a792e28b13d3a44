import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { doorTexts } from "../pages/door.messages.ts";
import { useDoorForm } from "../pages/use-door-form.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

interface Answer {
  readonly data: { readonly login: string; readonly invitation?: { readonly token: string } | string };
}

/** Lets a person sign in: by a link with which they choose a password, or with one set here. */
export function AccessDialog({ person, onClose }: { readonly person: Values; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const tell = useTell();
  const refresh = useRefresh();
  const [login, setLogin] = useState(textValue(person["login"]));
  const [password, setPassword] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const form = useDoorForm(["login"]);
  const send = (body: { password: string } | { invite: true }) =>
    form.submit({ login }, async () => {
      const { data } = await request<Answer>(`/users/${idOf(person)}/credentials`, { method: "POST", body: { login: login.trim(), ...body } });
      refresh("user");
      if ("password" in body) {
        tell.saved();
        return onClose();
      }
      const token = typeof data.invitation === "string" ? data.invitation : data.invitation?.token;
      if (token) setLink(`${location.origin}/invitations/${token}`);
    });
  return (
    <Modal open width={480} footer={null} title={t(settingsTexts.accessTitle, { name: textValue(person["name"]) })} onCancel={onClose}>
      <div className="stack">
        {form.errors[""] && (
          <div className="banner banner-danger" role="alert">
            {form.errors[""]}
          </div>
        )}
        <Labelled label={t(settingsTexts.login)} required error={form.errors["login"]}>
          {({ id, invalid }) => (
            <Input
              id={id}
              value={login}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              status={invalid ? "error" : ""}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Labelled>
        {link ? (
          <div className="secret">
            <code className="grow">{link}</code>
            <Button icon={<Icon name="copy" />} onClick={() => void navigator.clipboard.writeText(link).then(() => message.success(t(settingsTexts.copied)))}>
              {t(settingsTexts.copy)}
            </Button>
          </div>
        ) : (
          <>
            <p className="muted">{t(settingsTexts.inviteLead)}</p>
            <Button type="primary" icon={<Icon name="mail" />} loading={form.busy} onClick={() => void send({ invite: true })}>
              {t(settingsTexts.invite)}
            </Button>
            <Labelled label={t(settingsTexts.setPassword)} error={form.errors["password"]} hint={t(doorTexts.passwordHint)}>
              {({ id, invalid }) => (
                <span className="line">
                  <Input.Password
                    id={id}
                    value={password}
                    autoComplete="new-password"
                    status={invalid ? "error" : ""}
                    onChange={(event) => setPassword(event.target.value)}
                  />
                  <Button disabled={!password || form.busy} onClick={() => void send({ password })}>
                    {t(settingsTexts.save)}
                  </Button>
                </span>
              )}
            </Labelled>
          </>
        )}
      </div>
    </Modal>
  );
}
