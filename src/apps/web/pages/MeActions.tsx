import { Suspense, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useMe } from "../../../ui/data/session.ts";
import { Icon, type IconName } from "../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useShade } from "../../../ui/kit/shade.tsx";
import { useModules } from "../../../ui/record/panels.tsx";
import { settingsOf } from "../settings/settings-entries.ts";
import { useSignOut } from "../shell/PersonMenu.tsx";
import { shellMessages } from "../shell/shell.messages.ts";
import { useChangeLanguage } from "../shell/use-change-language.ts";
import { identityScreenMessages, PasswordDialog } from "../../../modules/base/identity/client/public.ts";
import { guideTexts } from "../../../modules/insight/help/client/public.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as meStyles from "./me.module.css";

/** What the person menu holds: the settings, how the program looks, and one’s own sign-in. */
export function MeActions() {
  const { t } = useLanguage();
  const me = useMe();
  const modules = useModules();
  const { shade, toggle } = useShade();
  const changeLanguage = useChangeLanguage();
  const leave = useSignOut();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const line = (icon: IconName, text: string, run: () => void) => (
    <button type="button" className={meStyles.meLine} onClick={run}>
      <Icon name={icon} size={18} />
      <span className={`${base.grow} ${meStyles.meLineGrow}`}>{text}</span>
    </button>
  );
  return (
    <>
      <section className={base.card}>
        {settingsOf(modules, me).length > 0 && (
          <Link to="/settings" className={meStyles.meLine}>
            <Icon name="settings" size={18} />
            <span className={`${base.grow} ${meStyles.meLineGrow}`}>{t(shellMessages.settings)}</span>
            <Icon name="right" size={14} />
          </Link>
        )}
        <Link to="/guide" className={meStyles.meLine}>
          <Icon name="help" size={18} />
          <span className={`${base.grow} ${meStyles.meLineGrow}`}>{t(guideTexts.help)}</span>
          <Icon name="right" size={14} />
        </Link>
        {line(
          shade === "light" ? "moon" : "sun",
          t(shade === "light" ? kitMessages.dark : kitMessages.light),
          toggle,
        )}
        {line("globe", t(kitMessages.language), changeLanguage)}
        {!me.viewing && line("key", t(shellMessages.changePassword), () => setChanging(true))}
        {!me.viewing &&
          line("device", t(identityScreenMessages.twoStep), () => void navigate("/settings/two-step"))}
        {line("logout", t(kitMessages.signOut), () => void leave())}
      </section>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
