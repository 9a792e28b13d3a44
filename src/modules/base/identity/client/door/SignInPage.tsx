import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ME, signIn } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { DoorPage } from "./DoorPage.tsx";
import { OtherWays } from "./OtherWays.tsx";
import { SecondStepPage } from "./SecondStepPage.tsx";
import { type SecondStep, stepOf } from "./second-step.ts";
import { doorTexts } from "./door.messages.ts";
import { useWays } from "./use-ways.ts";

export function SignInPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const ways = useWays();
  const [step, setStep] = useState<SecondStep | null>(null);
  const { errors, busy, submit, tell } = useForm(["login", "password"]);
  const enter = () =>
    submit({ login, password }, async () => {
      try {
        await signIn(login.trim(), password);
      } catch (error) {
        const missing = stepOf(error);
        if (!missing) throw error;
        return setStep(missing);
      }
      await client.resetQueries({ queryKey: ME });
    });
  const again = (why: string | null) => (setStep(null), setPassword(""), tell(why));
  if (step)
    return (
      <SecondStepPage step={step} onBack={() => again(null)} onOver={() => again(t(doorTexts.stepOver))} />
    );
  const { oidc, passwords } = ways;
  return (
    <DoorPage title={t(doorTexts.signIn)}>
      <OtherWays ways={ways} />
      {passwords && (
        <SimpleForm error={errors[""]} onSubmit={() => void enter()}>
          <TextField
            label={t(doorTexts.login)}
            size="large"
            autoFocus={!oidc}
            code
            autoComplete="username"
            value={login}
            onChange={setLogin}
            error={errors.login}
          />
          <TextField
            label={t(doorTexts.password)}
            size="large"
            secret
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={errors.password}
          />
          <Button type={oidc ? "default" : "primary"} size="large" htmlType="submit" loading={busy} block>
            {t(doorTexts.signIn)}
          </Button>
        </SimpleForm>
      )}
    </DoorPage>
  );
}
