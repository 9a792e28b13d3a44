import { Button } from "antd";
import { useState } from "react";
import { renewRecoveryCodes, turnSecondFactorOff } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { kitTexts } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { securityTexts } from "./security.messages.ts";
import type { FactorFormProps } from "./TurnOnForm.tsx";

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
        {t(securityTexts.turnOffLead)}
        {!off && ` ${t(securityTexts.newCodesLead)}`}
      </p>
      <TextField
        label={t(securityTexts.code)}
        autoFocus
        code
        maxLength={20}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        error={errors.code}
      />
      <div className="line">
        <Button type="primary" danger={off} htmlType="submit" loading={busy}>
          {t(off ? securityTexts.turnOff : securityTexts.newCodes)}
        </Button>
        <Button onClick={onCancel}>{t(kitTexts.cancel)}</Button>
      </div>
    </SimpleForm>
  );
}
