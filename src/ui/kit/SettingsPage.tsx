import type { ReactNode } from "react";
import { Link } from "react-router";
import { Icon } from "./Icon.tsx";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useIsNarrow } from "./use-is-narrow.ts";
import { usePageTitle } from "./use-page-title.ts";
import * as base from "./base.module.css";
import * as quietButtonStyles from "./QuietButton.module.css";
import * as styles from "./SettingsPage.module.css";

export interface SettingsPageProps {
  readonly title: ReactNode;
  /** What the page is for, in a sentence. */
  readonly lead?: string;
  /** What can be done with the whole of it, at the end of the head. */
  readonly action?: ReactNode;
  /** Where the arrow leads; on a phone it leads to the menu of the settings without being told. */
  readonly back?: string;
  /** Takes all the width there is, as what is drawn beside something else does. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}
/**
 * The frame of one page of the settings.
 *
 *     <SettingsPage title={t(keyTexts.title)} action={<AddKey />}>
 *       <QueryResult query={keys}>{(rows) => <KeysTable keys={rows} />}</QueryResult>
 *     </SettingsPage>
 */
export function SettingsPage({ title, lead, action, back, isWide, children }: SettingsPageProps) {
  const { t } = useLanguage();
  usePageTitle(typeof title === "string" ? title : undefined, t(kitMessages.settings));
  const narrow = useIsNarrow();
  const to = back ?? (narrow ? "/settings" : undefined);
  return (
    <div className={styles.settingsPage} data-wide={isWide || undefined}>
      <header>
        {to && (
          <Link
            className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
            to={to}
            aria-label={t(kitMessages.back)}
          >
            <Icon name="left" />
          </Link>
        )}
        <div className={base.grow}>
          <h2>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
