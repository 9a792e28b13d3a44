import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { ME, signOut } from "../../../../../ui/data/session.ts";
import { Ghost } from "../../../../../ui/kit/Ghost.tsx";
import { kitTexts } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../../ui/kit/SimpleForm.tsx";
import { DoorPage } from "./DoorPage.tsx";
import { doorTexts } from "./door.messages.ts";
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
    <DoorPage title={t(doorTexts.changePassword)} lead={t(doorTexts.mustChange)}>
      <SimpleForm error={error} onSubmit={() => void save()}>
        {inputs}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t(doorTexts.changePassword)}
        </Button>
        <Ghost onClick={() => void leave()}>{t(kitTexts.signOut)}</Ghost>
      </SimpleForm>
    </DoorPage>
  );
}
