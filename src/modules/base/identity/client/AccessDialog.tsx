import { Modal } from "antd";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { setCredentials } from "../shared/credentials.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { CopyLine } from "../../../../ui/kit/CopyLine.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { type AccessWay, AccessWays } from "./AccessWays.tsx";
import { PersonCompanyAccount } from "./security/PersonCompanyAccount.tsx";
import { PersonTwoStep } from "./security/PersonTwoStep.tsx";
import { peopleMessages } from "./people/people.messages.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** Lets a person sign in: by a link with which they choose a password, or with one set here. */
export function AccessDialog({ person, onClose }: { readonly person: Values; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const { name, login: held } = partOf(user, person);
  const [login, setLogin] = useState(textValue(held));
  const [password, setPassword] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const { errors, busy, submit } = useForm<"login" | "password">(["login"]);
  const send = (way: AccessWay) =>
    submit({ login }, async () => {
      const { data } = await call(setCredentials, {
        params: { id: idOf(person) },
        body: { login: login.trim(), ...way },
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
      title={t(held ? settingsMessages.signInOf : settingsMessages.accessTitle, { name: textValue(name) })}
      onCancel={onClose}
    >
      <SimpleForm
        error={errors[""] ?? errors.password}
        onSubmit={() => void send(password ? { password } : { invite: true })}
      >
        <TextField
          label={t(settingsMessages.login)}
          required
          code
          value={login}
          onChange={setLogin}
          error={errors.login}
        />
        {link ? (
          <>
            <CopyLine text={link} />
            <p className={base.muted}>{t(peopleMessages.linkUntil)}</p>
          </>
        ) : (
          <AccessWays
            password={password}
            busy={busy}
            onPassword={setPassword}
            onSend={(way) => void send(way)}
          />
        )}
      </SimpleForm>
      {held && <PersonTwoStep person={person} />}
      {held && <PersonCompanyAccount person={person} />}
    </Modal>
  );
}
