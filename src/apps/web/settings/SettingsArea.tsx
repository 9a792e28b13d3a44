import { ConfigProvider } from "antd";
import { Suspense } from "react";
import { Navigate, NavLink, Route, Routes, useLocation } from "react-router";
import { useMe } from "../../../ui/data/session.ts";
import { Boundary } from "../../../ui/kit/Boundary.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Skeleton } from "../../../ui/kit/States.tsx";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import { useModules } from "../../../ui/record/panels.tsx";
import { SETTINGS_GROUPS, settingsOf } from "./settings-entries.ts";
import { entryMessages } from "./entries.messages.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as shellStyles from "../shell/shell.module.css";
import * as styles from "./SettingsArea.module.css";

/** The settings: their menu, and the page that is chosen. */
export function SettingsArea() {
  const { t } = useLanguage();
  const me = useMe();
  const narrow = useIsNarrow();
  const { pathname } = useLocation();
  const entries = settingsOf(useModules(), me);
  const atMenu = pathname.replace(/\/$/, "") === "/settings";
  const first = SETTINGS_GROUPS.flatMap((group) => entries.filter((entry) => entry.group === group.key))[0];
  if (!first) return <Empty icon="lock" title={t(entryMessages.years)} />;
  const menu = (
    <nav className={styles.settingsMenu} aria-label={t(entryMessages.settings)}>
      <h1>{t(entryMessages.settings)}</h1>
      {SETTINGS_GROUPS.map((group) => {
        const items = entries.filter((entry) => entry.group === group.key);
        return (
          items.length > 0 && (
            <div key={group.key} className={shellStyles.sideGroup}>
              <div className={shellStyles.sideLabel}>{t(group.label)}</div>
              {items.map((entry) => (
                <NavLink key={entry.path} to={`/settings/${entry.path}`} className={shellStyles.sideLink}>
                  <Icon name={entry.icon} size={17} />
                  <span className={base.clip}>{t(entry.label)}</span>
                </NavLink>
              ))}
            </div>
          )
        );
      })}
    </nav>
  );
  return (
    <div className={styles.settings}>
      {(!narrow || atMenu) && menu}
      {(!narrow || !atMenu) && (
        <div className={styles.settingsBody}>
          <Boundary resetKey={pathname}>
            <Suspense fallback={<Skeleton rows={6} />}>
              <Routes>
                <Route index element={<Navigate replace to={`/settings/${first.path}`} />} />
                {entries.map(({ path, reads, Component }) => (
                  <Route
                    key={path}
                    path={`${path}/*`}
                    element={
                      <ConfigProvider componentDisabled={me.viewing !== undefined && !reads}>
                        <Component />
                      </ConfigProvider>
                    }
                  />
                ))}
                <Route path="*" element={<Navigate replace to="/settings" />} />
              </Routes>
            </Suspense>
          </Boundary>
        </div>
      )}
    </div>
  );
}
