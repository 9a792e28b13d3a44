import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useIntent } from "../../../ui/data/intent.ts";
import { setUp } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { DoorPage } from "./DoorPage.tsx";
import { doorTexts } from "./door.messages.ts";
import { useDoorForm } from "./use-door-form.ts";

/** The first person names the company and becomes its administrator. */
export function SetUpPage() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const [values, setValues] = useState({ company: "", name: "", login: "admin", password: "" });
  const { errors, busy, submit } = useDoorForm(["company", "name", "login", "password"]);
  const set = (field: keyof typeof values) => (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const begin = () =>
    submit(values, async () => {
      const body = { ...values, language, ...(zone ? { zone } : {}) };
      await intent.run(body, (key) => setUp(body, key));
      await client.resetQueries();
    });
  return (
    <DoorPage title={t(doorTexts.setUp)} lead={t(doorTexts.setUpLead)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        <Labelled label={t(doorTexts.company)} error={errors["company"]} hint={t(doorTexts.later)}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              size="large"
              autoFocus
              autoComplete="organization"
              placeholder={t(doorTexts.companyExample)}
              value={values.company}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={set("company")}
            />
          )}
        </Labelled>
        <Labelled label={t(doorTexts.yourName)} error={errors["name"]}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              size="large"
              autoComplete="name"
              value={values.name}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={set("name")}
            />
          )}
        </Labelled>
        <Labelled label={t(doorTexts.login)} error={errors["login"]}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              size="large"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={values.login}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={set("login")}
            />
          )}
        </Labelled>
        <Labelled label={t(doorTexts.newPassword)} error={errors["password"]} hint={t(doorTexts.passwordHint)}>
          {({ id, describedBy, invalid }) => (
            <Input.Password
              id={id}
              size="large"
              autoComplete="new-password"
              value={values.password}
              aria-describedby={describedBy}
              status={invalid ? "error" : ""}
              onChange={set("password")}
            />
          )}
        </Labelled>
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(doorTexts.createAdmin)}
        </Button>
      </form>
    </DoorPage>
  );
}
