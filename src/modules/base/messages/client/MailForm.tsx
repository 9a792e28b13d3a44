import { Button, Select } from "antd";
import { useState } from "react";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../ui/kit/NumberField.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { useEdited } from "../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../ui/kit/use-form.ts";
import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import type { MailSettings } from "../shared/mail.contract.ts";
import { useSaveMail } from "./mail-data.ts";
import { mailMessages } from "./messages.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./mail.module.css";

const USUAL_PORT = { none: 25, starttls: 587, tls: 465 } as const;
type Values = Pick<MailSettings, "port" | "security" | "from"> & {
  readonly host: string;
  readonly user: string;
};
interface PartProps {
  readonly values: Values;
  readonly change: (part: Partial<Values>) => void;
  readonly errors: FormErrors<"host" | "from">;
}

/** Server, sign-in and sender, saved as one. */
export function MailForm({ settings }: { readonly settings: MailSettings }) {
  const { t } = useLanguage();
  const save = useSaveMail();
  const { host, port, security, user, from } = settings;
  const kept: Values = { host: host ?? "", port, security, user: user ?? "", from };
  const { values, change, changed } = useEdited(kept);
  const [password, setPassword] = useState("");
  const { errors, busy, submit } = useForm(["host", "from"]);
  const send = () =>
    submit({}, () =>
      save({
        ...values,
        host: values.host.trim() || null,
        user: values.user.trim() || null,
        ...(password ? { password } : {}),
      }),
    );
  return (
    <section className={`${base.card} ${styles.card}`}>
      <SimpleForm error={errors[""]} onSubmit={() => void send()}>
        <ServerPart values={values} change={change} errors={errors} />
        <div className={styles.pair}>
          <TextField
            label={t(mailMessages.user)}
            hint={t(mailMessages.userHint)}
            code
            maxLength={300}
            value={values.user}
            onChange={(text) => change({ user: text })}
          />
          <TextField
            label={t(mailMessages.password)}
            secret
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            {...(settings.password_kept ? { hint: t(mailMessages.passwordKept) } : {})}
          />
        </div>
        <TextField
          label={t(mailMessages.from)}
          hint={t(mailMessages.fromHint)}
          maxLength={320}
          value={values.from}
          onChange={(text) => change({ from: text })}
          error={errors.from}
        />
        {settings.site && <p className={base.muted}>{t(mailMessages.site, { site: settings.site })}</p>}
        <div>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!changed && password === ""}>
            {t(kitMessages.save)}
          </Button>
        </div>
      </SimpleForm>
    </section>
  );
}

function ServerPart({ values, change, errors }: PartProps) {
  const { t } = useLanguage();
  const secure = (next: MailSettings["security"]) =>
    change({
      security: next,
      // The usual port follows; one that was chosen stays.
      ...(values.port === USUAL_PORT[values.security] ? { port: USUAL_PORT[next] } : {}),
    });
  return (
    <div className={styles.pair}>
      <TextField
        label={t(mailMessages.host)}
        hint={t(mailMessages.hostHint)}
        code
        maxLength={253}
        placeholder="smtp.example.com"
        value={values.host}
        onChange={(text) => change({ host: text })}
        error={errors.host}
      />
      <Labelled label={t(mailMessages.port)}>
        {({ id }) => (
          <NumberField
            // What was typed gives way to the usual port of another encryption.
            key={values.security}
            id={id}
            value={values.port}
            min={1}
            max={65_535}
            onChange={(next) => next !== null && change({ port: next })}
          />
        )}
      </Labelled>
      <Labelled label={t(mailMessages.security)}>
        {({ id }) => (
          <Select
            id={id}
            value={values.security}
            options={(["none", "starttls", "tls"] as const).map((value) => ({
              value,
              label: t(mailMessages[value]),
            }))}
            onChange={secure}
          />
        )}
      </Labelled>
    </div>
  );
}
