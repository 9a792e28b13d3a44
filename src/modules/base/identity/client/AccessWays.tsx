import { Button } from "antd";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { authMessages } from "./auth/auth.messages.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** How somebody gets in: by a password set for them, or by a link with which they choose one. */
export type AccessWay = { readonly password: string } | { readonly invite: true };

export interface AccessWaysProps {
  readonly password: string;
  readonly busy: boolean;
  readonly onPassword: (password: string) => void;
  readonly onSend: (way: AccessWay) => void;
}
/** Both ways to let a person in, the link first. */
export function AccessWays({ password, busy, onPassword, onSend }: AccessWaysProps) {
  const { t } = useLanguage();
  return (
    <>
      <p className={base.muted}>{t(settingsMessages.inviteLead)}</p>
      <Button
        type="primary"
        icon={<Icon name="mail" />}
        loading={busy}
        onClick={() => onSend({ invite: true })}
      >
        {t(settingsMessages.invite)}
      </Button>
      <TextField
        label={t(settingsMessages.setPassword)}
        secret
        autoComplete="new-password"
        value={password}
        onChange={onPassword}
        hint={t(authMessages.passwordHint)}
      />
      <Button disabled={!password || busy} onClick={() => onSend({ password })}>
        {t(kitMessages.save)}
      </Button>
    </>
  );
}
