import { useState } from "react";
import { type SecondFactorOffer, turnSecondFactorOn } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { authMessages } from "../auth/auth.messages.ts";
import { OfferCard } from "../auth/OfferCard.tsx";
import { securityMessages } from "./security.messages.ts";
import { StepButtons } from "./StepButtons.tsx";

const confirmCode = async (code: string): Promise<readonly string[]> =>
  (await call(turnSecondFactorOn, { body: { code } })).data.recovery_codes;

export interface FirstCodeFormProps {
  readonly offer: SecondFactorOffer;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}
/** The picture, and a first code that shows it was taken in. */
export function FirstCodeForm({ offer, onDone, onCancel }: FirstCodeFormProps) {
  const { t } = useLanguage();
  const [code, setCode] = useState("");
  const { errors, busy, submit } = useForm(["code"]);
  const confirm = () => submit({ code }, async () => onDone(await confirmCode(code)));
  return (
    <>
      <OfferCard offer={offer} />
      <SimpleForm error={errors[""]} onSubmit={() => void confirm()}>
        <TextField
          label={t(authMessages.thenCode)}
          autoFocus
          code
          maxLength={10}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={errors.code}
        />
        <StepButtons text={t(securityMessages.turnOn)} busy={busy} onCancel={onCancel} />
      </SimpleForm>
    </>
  );
}
