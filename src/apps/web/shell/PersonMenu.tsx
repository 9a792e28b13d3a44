import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { forgetRecents } from "../../../ui/data/recents.ts";
import { ME, signOut, useMe } from "../../../ui/data/session.ts";
import { isElsewhere } from "../../../ui/kit/company-clock.ts";
import { Dropdown } from "../../../ui/kit/Overlay.tsx";
import { Avatar } from "../../../ui/kit/Avatar.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useTell } from "../../../ui/kit/use-tell.tsx";
import { shellMessages } from "./shell.messages.ts";
import { identityScreenMessages, PasswordDialog } from "../../../modules/base/identity/client/public.ts";
import * as quietButtonStyles from "../../../ui/kit/QuietButton.module.css";
import * as styles from "./PersonMenu.module.css";

export function useSignOut() {
  const client = useQueryClient();
  const { t } = useLanguage();
  const tell = useTell();
  return () =>
    signOut().then(
      () => {
        forgetRecents();
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
        return client.resetQueries({ queryKey: ME });
      },
      () => tell.refused(t(shellMessages.signOutFailed)),
    );
}

export function PersonMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t, of } = useLanguage();
  const me = useMe();
  const leave = useSignOut();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const [otherClock] = useState(() => isElsewhere(new Date().toISOString()));
  const roles = me.roles
    .map((role) => (typeof role.label === "string" ? role.label : of(role.label, role.name)))
    .join("、");
  const items = [
    {
      key: "who",
      disabled: true,
      label: (
        <span className={styles.personCard}>
          <strong>{me.user.name}</strong>
          <span>{me.user.login}</span>
          <span>{[roles, me.departments.map((one) => one.name).join("、")].filter(Boolean).join(" · ")}</span>
          {otherClock && <span>{t(shellMessages.clock, { zone: me.company.zone })}</span>}
        </span>
      ),
    },
    { type: "divider" as const },
    ...(me.viewing
      ? []
      : [
          { key: "password", icon: <Icon name="key" />, label: t(shellMessages.changePassword) },
          { key: "two-step", icon: <Icon name="device" />, label: t(identityScreenMessages.twoStep) },
        ]),
    { key: "shortcuts", icon: <Icon name="command" />, label: t(shellMessages.shortcuts) },
    { key: "leave", icon: <Icon name="logout" />, label: t(kitMessages.signOut) },
  ];
  const run = (key: string) => {
    if (key === "leave") void leave();
    else if (key === "shortcuts") onShortcuts();
    else if (key === "two-step") void navigate("/settings/two-step");
    else setChanging(true);
  };
  return (
    <>
      <Dropdown placement="bottomRight" menu={{ items, onClick: ({ key }) => run(key) }}>
        <button type="button" className={quietButtonStyles.ghost} aria-label={me.user.name}>
          <Avatar name={me.user.name} />
        </button>
      </Dropdown>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
