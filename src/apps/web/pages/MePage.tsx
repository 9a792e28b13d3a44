import { Suspense, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useObjects } from "../../../ui/data/objects.ts";
import { useMe } from "../../../ui/data/session.ts";
import { Face } from "../../../ui/kit/Face.tsx";
import { Icon, type IconName } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useShade } from "../../../ui/kit/shade.tsx";
import { useModules } from "../../../ui/record/panels.tsx";
import { entryTexts } from "../settings/entries.messages.ts";
import { settingsOf } from "../settings/settings-entries.ts";
import { navigationOf } from "../shell/navigation.ts";
import { PasswordDialog } from "../shell/PasswordDialog.tsx";
import { useSignOut } from "../shell/PersonMenu.tsx";
import { shellTexts } from "../shell/shell.messages.ts";
import { useChangeLanguage } from "../shell/use-change-language.ts";
import "./me.css";

/** On a phone: everything the left navigation and the person menu hold. */
export function MePage() {
  const { t, of } = useLanguage();
  const me = useMe();
  const modules = useModules();
  const { shade, toggle } = useShade();
  const changeLanguage = useChangeLanguage();
  const leave = useSignOut();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const groups = navigationOf(useObjects(), modules, me);
  const line = (icon: IconName, text: string, run: () => void) => (
    <button type="button" className="me-line" onClick={run}>
      <Icon name={icon} size={18} />
      <span className="grow">{text}</span>
    </button>
  );
  return (
    <div className="me">
      <header className="me-head">
        <Face name={me.user.name} />
        <div className="grow">
          <h1>{me.user.name}</h1>
          <p className="muted">
            {[me.user.login, me.departments.map((one) => one.name).join("、")].filter(Boolean).join(" · ")}
          </p>
        </div>
      </header>
      {groups.map((group) => (
        <section key={group.key} className="card">
          {group.items.map((item) => (
            <Link key={item.to} to={item.to} className="me-line">
              <Icon name={item.icon} size={18} />
              <span className="grow">{of(item.label)}</span>
              <Icon name="right" size={14} />
            </Link>
          ))}
        </section>
      ))}
      <section className="card">
        {settingsOf(modules, me).length > 0 && (
          <Link to="/settings" className="me-line">
            <Icon name="settings" size={18} />
            <span className="grow">{t(shellTexts.settings)}</span>
            <Icon name="right" size={14} />
          </Link>
        )}
        {line(
          shade === "light" ? "moon" : "sun",
          t(shade === "light" ? shellTexts.dark : shellTexts.light),
          toggle,
        )}
        {line("globe", t(shellTexts.language), changeLanguage)}
        {!me.viewing && line("key", t(shellTexts.changePassword), () => setChanging(true))}
        {!me.viewing && line("device", t(entryTexts.twoStep), () => void navigate("/settings/two-step"))}
        {line("logout", t(shellTexts.signOut), () => void leave())}
      </section>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </div>
  );
}
