import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { Icon, type IconName } from "./Icon.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";
import { usePageTitle } from "./use-page-title.ts";
import * as quietButtonStyles from "./QuietButton.module.css";
import * as styles from "./PageHeader.module.css";

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  readonly note?: ReactNode;
  /** Where the arrow of a settings page leads on a phone; null: the title has its own. */
  readonly back?: string | null;
  readonly children?: ReactNode;
}
export function PageHeader({ title, icon, note, back, children }: PageHeaderProps) {
  const { t } = useLanguage();
  usePageTitle(typeof title === "string" ? title : undefined);
  // On a phone the menu of the settings is a page of its own: the way back is an arrow.
  const isSetting = useLocation().pathname.startsWith("/settings/");
  const narrow = useIsNarrow();
  return (
    <header className={styles.pageHeader} data-part="page-header">
      <h1>
        {isSetting && narrow && back !== null && (
          <Link
            className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
            to={back ?? "/settings"}
            aria-label={t(kitMessages.back)}
          >
            <Icon name="left" />
          </Link>
        )}
        {icon && <Icon name={icon} size={18} />}
        <span>{title}</span>
        {note !== undefined && (
          <span className={styles.pageNote} data-part="page-note">
            {note}
          </span>
        )}
      </h1>
      <div className={styles.pageActions} data-part="page-actions">
        {children}
      </div>
    </header>
  );
}
