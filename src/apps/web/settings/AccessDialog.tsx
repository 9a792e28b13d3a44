import { Button, Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { doorTexts } from "../pages/door.messages.ts";
import { useDoorForm } from "../pages/use-door-form.ts";
import { CopyLine } from "./CopyLine.tsx";
import { PersonCompanyAccount } from "./security/PersonCompanyAccount.tsx";
import { PersonTwoStep } from "./security/PersonTwoStep.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

interface Answer {
  readonly data: { readonly login: string; readonly invitation?: { readonly path: string } };
}

/** Lets a person sign in: by a link with which they choose a password, or with one set here. */
export function AccessDialog({ person, onClose }: { readonly person: Values; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const [login, setLogin] = useState(textValue(person["login"]));
  const [password, setPassword] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const { errors, busy, submit } = useDoorForm(["login"]);
  const send = (body: { password: string } | { invite: true }) =>
    submit({ login }, async () => {
      const { data } = await request<Answer>(`/users/${idOf(person)}/credentials`, {
        method: "POST",
        body: { login: login.trim(), ...body },
      });
      refresh("user");
      if (data.invitation) return setLink(`${location.origin}${data.invitation.path}`);
      tell.saved();
      onClose();
    });
  return (
    <Modal
      open
      width={480}
      footer={null}
      title={t(settingsTexts.accessTitle, { name: textValue(person["name"]) })}
      onCancel={onClose}
    >
      <SimpleForm
        error={errors[""] ?? errors["password"]}
        onSubmit={() => void send(password ? { password } : { invite: true })}
      >
        <TextField
          label={t(settingsTexts.login)}
          required
          code
          value={login}
          onChange={setLogin}
          error={errors["login"]}
        />
        {link ? (
          <CopyLine text={link} />
        ) : (
          <>
            <p className="muted">{t(settingsTexts.inviteLead)}</p>
            <Button
              type="primary"
              icon={<Icon name="mail" />}
              loading={busy}
              onClick={() => void send({ invite: true })}
            >
              {t(settingsTexts.invite)}
            </Button>
            <TextField
              label={t(settingsTexts.setPassword)}
              secret
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
              hint={t(doorTexts.passwordHint)}
            />
            <Button disabled={!password || busy} onClick={() => void send({ password })}>
              {t(settingsTexts.save)}
            </Button>
          </>
        )}
      </SimpleForm>
      {person["login"] && <PersonTwoStep person={person} />}
      {person["login"] && <PersonCompanyAccount person={person} />}
    </Modal>
  );
}
