import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { acceptInvitation, readInvitation } from "../../shared/credentials.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { ProblemError } from "../../../../../ui/data/problem-error.ts";
import { ME } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { Failure, Skeleton } from "../../../../../ui/kit/States.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { InvitationGone } from "./InvitationGone.tsx";
import { passwordWords } from "./password-words.ts";
import { SecondStepPage } from "./SecondStepPage.tsx";
import { type SecondStep, stepOf } from "./second-step.ts";
import { authMessages } from "./auth.messages.ts";

/** An invited person chooses a password and is inside. */
export function InvitationPage() {
  const { t } = useLanguage();
  const { token = "" } = useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [step, setStep] = useState<SecondStep | null>(null);
  const { errors, busy, submit } = useForm(["password"]);
  const invited = useQuery({
    queryKey: ["invitation", token],
    retry: false,
    queryFn: async () => (await call(readInvitation, { params: { token } })).data,
  });
  const signIn = () => void navigate("/sign-in", { replace: true });
  if (step) return <SecondStepPage step={step} onBack={signIn} onOver={signIn} />;
  if (invited.isPending) return <Skeleton rows={3} />;
  if (invited.error instanceof ProblemError && invited.error.status === 410)
    return <InvitationGone detail={invited.error.problem.detail} />;
  if (invited.isError) return <Failure error={invited.error} onRetry={() => void invited.refetch()} />;
  const { name, company, login } = invited.data;
  const enter = () =>
    submit({ password }, async () => {
      try {
        await call(acceptInvitation, { params: { token }, body: { password } });
      } catch (error) {
        const missing = stepOf(error);
        if (!missing) throw error;
        return setStep(missing);
      }
      await client.resetQueries({ queryKey: ME });
      await navigate("/", { replace: true });
    });
  return (
    <AuthLayout
      title={t(authMessages.invited, { name, company })}
      lead={t(authMessages.invitedLead, { login })}
    >
      <SimpleForm error={errors[""]} onSubmit={() => void enter()}>
        <input hidden readOnly autoComplete="username" value={login} />
        <TextField
          label={t(authMessages.newPassword)}
          noun={t(authMessages.password)}
          size="large"
          secret
          autoFocus
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={errors["password"]}
          hint={passwordWords(t, password, login)}
        />
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t(authMessages.enter)}
        </Button>
      </SimpleForm>
    </AuthLayout>
  );
}
