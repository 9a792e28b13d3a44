import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { takeSecondStep } from "../../shared/second-factor.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { isProblem } from "../../../../../ui/data/problem-error.ts";
import { ME } from "../../../../../ui/data/session.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { authMessages } from "./auth.messages.ts";
import { OfferCard } from "./OfferCard.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import type { SecondStep } from "./second-step.ts";
import * as secondStepStyles from "./second-step.module.css";

export interface SecondStepProps {
  readonly step: SecondStep;
  readonly onBack: () => void;
  /** The step has expired, or was tried too often. */
  readonly onOver: () => void;
}
/** The second step of signing in: a code, or setting the authenticator up first. */
export function SecondStepPage({ step, onBack, onOver }: SecondStepProps) {
  const { t } = useLanguage();
  const goIn = useGoIn();
  const [code, setCode] = useState("");
  const [byRecovery, setByRecovery] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { errors, busy, submit, tell } = useForm(["code"]);
  const { challenge, offer } = step;
  const enter = () =>
    submit({ code }, async () => {
      try {
        const answer = await call(takeSecondStep, { body: { challenge, code } });
        return answer.recovery_codes ? setCodes(answer.recovery_codes) : goIn();
      } catch (error) {
        // Nothing typed here can succeed any more.
        if (isProblem(error, "challenge_gone")) return onOver();
        throw error;
      }
    });
  if (codes) return <KeepCodes codes={codes} onKept={() => void goIn()} />;
  const lead = offer
    ? authMessages.setUpStepLead
    : byRecovery
      ? authMessages.recoveryLead
      : authMessages.stepLead;
  return (
    <AuthLayout title={t(offer ? authMessages.setUpStepTitle : authMessages.stepTitle)} lead={t(lead)}>
      {offer && <OfferCard offer={offer} />}
      <SimpleForm error={errors[""]} onSubmit={() => void enter()}>
        <TextField
          key={String(byRecovery)}
          label={t(
            offer ? authMessages.thenCode : byRecovery ? authMessages.recoveryCode : authMessages.code,
          )}
          size="large"
          autoFocus
          code
          maxLength={byRecovery ? 20 : 10}
          autoComplete={byRecovery ? "off" : "one-time-code"}
          value={code}
          onChange={setCode}
          error={errors.code}
        />
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(authMessages.confirmCode)}
        </Button>
      </SimpleForm>
      <div className={secondStepStyles.doorWays}>
        {!offer && (
          <QuietButton onClick={() => (setByRecovery(!byRecovery), setCode(""), tell(null))}>
            {t(byRecovery ? authMessages.useCode : authMessages.useRecovery)}
          </QuietButton>
        )}
        <QuietButton onClick={onBack}>{t(authMessages.startOver)}</QuietButton>
      </div>
    </AuthLayout>
  );
}

/** The person is asked for anew, and an invitation that is used up is left. */
function useGoIn(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await client.resetQueries({ queryKey: ME });
    if (location.pathname.startsWith("/invite/")) await navigate("/", { replace: true });
  };
}

function KeepCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { t } = useLanguage();
  return (
    <AuthLayout title={t(authMessages.keepCodes)} lead={t(authMessages.keepCodesLead)}>
      <RecoveryCodes codes={codes} />
      <Button type="primary" size="large" block onClick={onKept}>
        {t(authMessages.codesKept)}
      </Button>
    </AuthLayout>
  );
}
