import { useState } from "react";
import { beginSecondFactor, type SecondFactorOffer } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { securityMessages } from "./security.messages.ts";
import { StepButtons } from "./StepButtons.tsx";

export interface PasswordFirstFormProps {
  readonly onOffer: (offer: SecondFactorOffer) => void;
  readonly onCancel: () => void;
}
/** The password, before a second step is offered. */
export function PasswordFirstForm({ onOffer, onCancel }: PasswordFirstFormProps) {
  const { t } = useLanguage();
  const me = useMe();
  const [password, setPassword] = useState("");
  const { errors, busy, submit } = useForm(["password"]);
  const begin = () =>
    submit({ password }, async () => onOffer((await call(beginSecondFactor, { body: { password } })).data));
  return (
    <SimpleForm error={errors[""]} onSubmit={() => void begin()}>
      <p>{t(securityMessages.passwordFirst)}</p>
      <input hidden readOnly autoComplete="username" value={me.user.login ?? ""} />
      <TextField
        label={t(securityMessages.password)}
        secret
        autoFocus
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errors["password"]}
      />
      <StepButtons text={t(securityMessages.next)} busy={busy} onCancel={onCancel} />
    </SimpleForm>
  );
}
