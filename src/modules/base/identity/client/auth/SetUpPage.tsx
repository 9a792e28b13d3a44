import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { browserZone } from "../../../../../ui/kit/company-clock.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { authMessages } from "./auth.messages.ts";
import { passwordWords } from "./password-words.ts";
import { setUp } from "./setup-data.ts";

/** The first person names the company and becomes its administrator. */
export function SetUpPage() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const [values, setValues] = useState({ company: "", name: "", login: "admin", password: "" });
  const { errors, busy, submit } = useForm(["company", "name", "login", "password"]);
  const field = (name: keyof typeof values) => ({
    size: "large" as const,
    value: values[name],
    error: errors[name],
    onChange: (text: string) => setValues({ ...values, [name]: text }),
  });
  const zone = browserZone();
  const begin = () =>
    submit(values, async () => {
      const body = { ...values, language, ...(zone ? { zone } : {}) };
      await intent.run(body, (key) => setUp(body, key));
      await client.resetQueries();
    });
  return (
    <AuthLayout title={t(authMessages.setUp)} lead={t(authMessages.setUpLead)}>
      <SimpleForm error={errors[""]} onSubmit={() => void begin()}>
        <TextField
          {...field("company")}
          label={t(authMessages.company)}
          hint={t(authMessages.later)}
          autoFocus
          autoComplete="organization"
          placeholder={t(authMessages.companyExample)}
        />
        <TextField {...field("name")} label={t(authMessages.yourName)} autoComplete="name" />
        <TextField {...field("login")} label={t(authMessages.login)} code autoComplete="username" />
        <TextField
          {...field("password")}
          label={t(authMessages.newPassword)}
          noun={t(authMessages.password)}
          hint={passwordWords(t, values.password, values.login)}
          secret
          autoComplete="new-password"
        />
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(authMessages.createAdmin)}
        </Button>
      </SimpleForm>
    </AuthLayout>
  );
}
