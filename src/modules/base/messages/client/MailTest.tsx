import { Button } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { testMailSettings } from "../shared/mail.contract.ts";
import { mailMessages } from "./messages.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as styles from "./mail.module.css";

/** A mail that is sent at once, and what the server says. */
export function MailTest() {
  const { t } = useLanguage();
  const me = useMe();
  const [to, setTo] = useState(me.user.email ?? "");
  const [answer, setAnswer] = useState<string | null>(null);
  const { errors, busy, submit } = useForm(["to"]);
  const send = () => {
    setAnswer(null);
    return submit({ to: to.trim() }, async () => {
      setAnswer((await call(testMailSettings, { body: { to: to.trim() } })).answer);
    });
  };
  return (
    <section className={`${base.card} ${styles.card}`}>
      <h3>{t(mailMessages.test)}</h3>
      <p className={base.muted}>{t(mailMessages.testLead)}</p>
      <SimpleForm error={errors[""]} onSubmit={() => void send()}>
        <TextField
          label={t(mailMessages.testTo)}
          required
          code
          maxLength={320}
          placeholder="name@example.com"
          value={to}
          onChange={setTo}
          error={errors.to}
        />
        {answer !== null && (
          <div role="status" className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`}>
            {t(mailMessages.answered, { answer })}
          </div>
        )}
        <div>
          <Button htmlType="submit" loading={busy}>
            {t(mailMessages.send)}
          </Button>
        </div>
      </SimpleForm>
    </section>
  );
}
