import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { ME, signOut } from "../../../../../ui/data/session.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { authMessages } from "./auth.messages.ts";
import { usePasswordChange } from "./use-password-change.tsx";

/**
 * Whoever came in with a password that somebody else set changes it before anything else; the server answers
 * nothing else until then.
 */
export function PasswordDuePage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { inputs, error, busy, save } = usePasswordChange(() => client.resetQueries());
  const leave = async () => {
    await signOut();
    await client.resetQueries({ queryKey: ME });
  };
  return (
    <AuthLayout title={t(authMessages.changePassword)} lead={t(authMessages.mustChange)}>
      <SimpleForm error={error} onSubmit={() => void save()}>
        {inputs}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t(authMessages.changePassword)}
        </Button>
        <QuietButton onClick={() => void leave()}>{t(kitMessages.signOut)}</QuietButton>
      </SimpleForm>
    </AuthLayout>
  );
}
