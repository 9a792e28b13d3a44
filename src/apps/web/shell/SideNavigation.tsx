import { NavLink } from "react-router";
import { useObjects } from "../../../ui/data/objects.ts";
import { useMe } from "../../../ui/data/session.ts";
import { QuietButton } from "../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Mark } from "../../../ui/kit/Mark.tsx";
import { useModules } from "../../../ui/record/panels.tsx";
import { settingsOf } from "../settings/settings-entries.ts";
import { navigationOf } from "./navigation.ts";
import { shellMessages } from "./shell.messages.ts";
import { SideFollows } from "./SideFollows.tsx";
import { SideGroup } from "./SideGroup.tsx";
import * as base from "../../../ui/kit/base.module.css";
import * as shellStyles from "./shell.module.css";
import * as styles from "./SideNavigation.module.css";

export function SideNavigation({
  folded,
  onFold,
}: {
  readonly folded: boolean;
  /** Absent: there is no room for the wide one. */
  readonly onFold?: (folded: boolean) => void;
}) {
  const { t } = useLanguage();
  const me = useMe();
  const modules = useModules();
  const groups = navigationOf(useObjects(), modules, me);
  const hasSettings = settingsOf(modules, me).length > 0;
  return (
    <nav className={styles.side} aria-label={t(shellMessages.navigation)}>
      <NavLink to="/" className={styles.sideBrand} aria-label={folded ? t(shellMessages.product) : undefined}>
        <Mark size={24} />
        {!folded && (
          <span className={base.clip}>
            <strong>{t(shellMessages.product)}</strong>
            <small className={base.clip}>{me.company.name}</small>
          </span>
        )}
      </NavLink>
      <div className={styles.sideScroll}>
        {groups.map((group) => (
          <SideGroup key={group.key} group={group} folded={folded} />
        ))}
        <SideFollows folded={folded} />
      </div>
      <div className={styles.sideFoot}>
        {hasSettings && (
          <NavLink
            to="/settings"
            className={`${shellStyles.sideLink} ${styles.sideFootLink}`}
            title={folded ? t(shellMessages.settings) : undefined}
          >
            <Icon name="settings" size={17} />
            {folded ? (
              <span className={base.srOnly}>{t(shellMessages.settings)}</span>
            ) : (
              <span>{t(shellMessages.settings)}</span>
            )}
          </NavLink>
        )}
        {onFold && (
          <QuietButton
            icon="fold"
            aria-label={t(folded ? shellMessages.unfold : shellMessages.fold)}
            aria-expanded={!folded}
            onClick={() => onFold(!folded)}
          />
        )}
      </div>
    </nav>
  );
}
