import { Button } from "antd";
import { useState } from "react";
import { renewRecoveryCodes, turnSecondFactorOff } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { securityMessages } from "./security.messages.ts";
import type { FactorFormProps } from "./TurnOnForm.tsx";
import * as base from "../../../../../ui/kit/base.module.css";

/** What needs a code of one's own: turning it off, or new recovery codes. */
export function CodeForm({ off, onDone, onCancel }: FactorFormProps & { readonly off: boolean }) {
  const { t } = useLanguage();
  const [code, setCode] = useState("");
  const { errors, busy, submit } = useForm(["code"]);
  const send = () =>
    submit({ code }, async () => {
      if (off) {
        await call(turnSecondFactorOff, { body: { code } });
        return onDone(null);
      }
      return onDone((await call(renewRecoveryCodes, { body: { code } })).data.recovery_codes);
    });
  return (
    <SimpleForm error={errors[""]} onSubmit={() => void send()}>
      <p>
        {t(securityMessages.turnOffLead)}
        {!off && ` ${t(securityMessages.newCodesLead)}`}
      </p>
      <TextField
        label={t(securityMessages.code)}
        autoFocus
        code
        maxLength={20}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errors.code}
      />
      <div className={base.line}>
        <Button type="primary" danger={off} htmlType="submit" loading={busy}>
          {t(off ? securityMessages.turnOff : securityMessages.newCodes)}
        </Button>
        <Button onClick={onCancel}>{t(kitMessages.cancel)}</Button>
      </div>
    </SimpleForm>
  );
}
