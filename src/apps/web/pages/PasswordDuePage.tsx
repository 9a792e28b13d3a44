import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { request } from "../../../ui/data/request.ts";
import { ME, signOut, useMe } from "../../../ui/data/session.ts";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { shellTexts } from "../shell/shell.messages.ts";
import { DoorPage } from "./DoorPage.tsx";
import { doorTexts } from "./door.messages.ts";
import { useDoorForm } from "./use-door-form.ts";

/** Whoever came in with a password that somebody else set changes it before anything else; the server answers nothing else until then. */
export function PasswordDuePage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { errors, busy, submit } = useDoorForm(["current", "next"]);
  const save = () =>
    submit({ current, next }, async () => {
      await request("/me/password", { method: "POST", body: { current, next } });
      await client.resetQueries();
    });
  const leave = async () => {
    await signOut();
    await client.resetQueries({ queryKey: ME });
  };
  return (
    <DoorPage title={t(doorTexts.changePassword)} lead={t(doorTexts.mustChange)}>
      <SimpleForm error={errors[""]} onSubmit={() => void save()}>
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
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t(doorTexts.changePassword)}
        </Button>
        <Ghost onClick={() => void leave()}>{t(shellTexts.signOut)}</Ghost>
      </SimpleForm>
    </DoorPage>
  );
}
