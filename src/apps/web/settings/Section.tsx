import type { ReactNode } from "react";
import { Link } from "react-router";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { kitTexts } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";

/** The frame of one page of the settings. */
export function Section({
  title,
  lead,
  action,
  back,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: string;
  readonly action?: ReactNode;
  readonly back?: string;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const to = back ?? (narrow ? "/settings" : undefined);
  return (
    <div className="settings-page">
      <header>
        {to && (
          <Link className="ghost ghost-square" to={to} aria-label={t(kitTexts.back)}>
            <Icon name="left" />
          </Link>
        )}
        <div className="grow">
          <h2>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
