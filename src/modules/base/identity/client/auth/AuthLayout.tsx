import type { ReactNode } from "react";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { usePageTitle } from "../../../../../ui/kit/use-page-title.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Mark } from "../../../../../ui/kit/Mark.tsx";
import { useShade } from "../../../../../ui/kit/shade.tsx";
import { authMessages } from "./auth.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./AuthLayout.module.css";

/** The frame of the pages before one is inside. */
export function AuthLayout({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const { t, language, setLanguage } = useLanguage();
  const { shade, toggle } = useShade();
  usePageTitle(title);
  return (
    <div className={styles.door}>
      <header className={styles.doorTop}>
        <span className={`${base.line} ${styles.doorBrand}`}>
          <Mark size={26} />
          {t(authMessages.product)}
        </span>
        <span className={base.line}>
          <QuietButton
            icon={shade === "light" ? "moon" : "sun"}
            aria-label={t(shade === "light" ? kitMessages.dark : kitMessages.light)}
            onClick={toggle}
          />
          <QuietButton icon="globe" onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>
            {t(kitMessages.language)}
          </QuietButton>
        </span>
      </header>
      <main className={styles.doorMain}>
        <div className={styles.doorCard}>
          <h1>{title}</h1>
          {lead && <p className={styles.doorLead}>{lead}</p>}
          {children}
        </div>
        <p className={styles.doorMotto}>
          <Mark size={16} />
          {t(authMessages.motto)}
        </p>
      </main>
    </div>
  );
}
