import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { ME, signIn } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { DoorPage } from "./DoorPage.tsx";
import { doorTexts } from "./door.messages.ts";
import { useDoorForm } from "./use-door-form.ts";

export function SignInPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const { errors, busy, submit } = useDoorForm(["login", "password"]);
  const enter = () =>
    submit({ login, password }, async () => {
      await signIn(login.trim(), password);
      await client.resetQueries({ queryKey: ME });
    });
  return (
    <DoorPage title={t(doorTexts.signIn)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        <Labelled label={t(doorTexts.login)} error={errors["login"]}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={(event) => setLogin(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t(doorTexts.password)} error={errors["password"]}>
          {({ id, describedBy, invalid }) => (
            <Input.Password
              id={id}
              size="large"
              autoComplete="current-password"
              value={password}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Labelled>
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(doorTexts.signIn)}
        </Button>
      </form>
    </DoorPage>
  );
}
