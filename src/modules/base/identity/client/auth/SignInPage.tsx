import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ME, signIn } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { OtherWays } from "./OtherWays.tsx";
import { SecondStepPage } from "./SecondStepPage.tsx";
import { type SecondStep, stepOf } from "./second-step.ts";
import { authMessages } from "./auth.messages.ts";
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
      <SecondStepPage step={step} onBack={() => again(null)} onOver={() => again(t(authMessages.stepOver))} />
    );
  const { oidc, passwords } = ways;
  return (
    <AuthLayout title={t(authMessages.signIn)}>
      <OtherWays ways={ways} />
      {passwords && (
        <SimpleForm error={errors[""]} onSubmit={() => void enter()}>
          <TextField
            label={t(authMessages.login)}
            size="large"
            autoFocus={!oidc}
            code
            autoComplete="username"
            value={login}
            onChange={setLogin}
            error={errors.login}
          />
          <TextField
            label={t(authMessages.password)}
            size="large"
            secret
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={errors.password}
          />
          <Button type={oidc ? "default" : "primary"} size="large" htmlType="submit" loading={busy} block>
            {t(authMessages.signIn)}
          </Button>
        </SimpleForm>
      )}
    </AuthLayout>
  );
}
