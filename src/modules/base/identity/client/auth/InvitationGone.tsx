import { Button } from "antd";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { authMessages } from "./auth.messages.ts";

/** A link that was used or has run out: whoever has used it can sign in, all others ask for a new one. */
export function InvitationGone({ detail }: { readonly detail: string | undefined }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <AuthLayout title={t(authMessages.invitationGone)} {...(detail ? { lead: detail } : {})}>
      <Button type="primary" size="large" block onClick={() => void navigate("/sign-in", { replace: true })}>
        {t(authMessages.toSignIn)}
      </Button>
    </AuthLayout>
  );
}
