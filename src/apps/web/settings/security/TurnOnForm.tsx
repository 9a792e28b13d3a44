import { Button } from "antd";
import { useState } from "react";
import { request } from "../../../../ui/data/request.ts";
import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { doorTexts } from "../../pages/door.messages.ts";
import { OfferCard } from "../../pages/OfferCard.tsx";
import type { SecondFactorOffer } from "../../pages/second-step.ts";
import { useDoorForm } from "../../pages/use-door-form.ts";
import { securityTexts } from "./security.messages.ts";

export interface FactorFormProps {
  /** With new recovery codes, where there are some. */
  readonly onDone: (codes: readonly string[] | null) => void;
  readonly onCancel: () => void;
}
const confirmCode = async (code: string): Promise<readonly string[]> =>
  (
    await request<{ data: { recovery_codes: readonly string[] } }>("/me/second-factor/confirm", {
      method: "POST",
      body: { code },
    })
  ).data.recovery_codes;

/** The password, then the picture and a first code. */
export function TurnOnForm({ onDone, onCancel }: FactorFormProps) {
  const { t } = useLanguage();
  const me = useMe();
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const first = useDoorForm(["password"]);
  const second = useDoorForm(["code"]);
  const begin = () =>
    first.submit({ password }, async () =>
      setOffer(
        (
          await request<{ data: SecondFactorOffer }>("/me/second-factor", {
            method: "POST",
            body: { password },
          })
        ).data,
      ),
    );
  const confirm = () => second.submit({ code }, async () => onDone(await confirmCode(code)));
  const buttons = (text: string, busy: boolean) => (
    <div className="line">
      <Button type="primary" htmlType="submit" loading={busy}>
        {text}
      </Button>
      <Button onClick={onCancel}>{t(securityTexts.cancel)}</Button>
    </div>
  );
  if (!offer)
    return (
      <SimpleForm error={first.errors[""]} onSubmit={() => void begin()}>
        <p>{t(securityTexts.passwordFirst)}</p>
        <input hidden readOnly autoComplete="username" value={me.user.login ?? ""} />
        <TextField
          label={t(securityTexts.password)}
          secret
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={first.errors["password"]}
        />
        {buttons(t(securityTexts.next), first.busy)}
      </SimpleForm>
    );
  return (
    <>
      <OfferCard offer={offer} />
      <SimpleForm error={second.errors[""]} onSubmit={() => void confirm()}>
        <TextField
          label={t(doorTexts.thenCode)}
          autoFocus
          code
          maxLength={10}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={second.errors["code"]}
        />
        {buttons(t(securityTexts.turnOn), second.busy)}
      </SimpleForm>
    </>
  );
}
