import type { ReactNode } from "react";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { usePageTitle } from "../../../../../ui/kit/use-page-title.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Mark } from "../../../../../ui/kit/Mark.tsx";
import { useShade } from "../../../../../ui/kit/shade.tsx";
import { authMessages } from "./auth.messages.ts";
import "./door.css";

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
    <div className="door">
      <header className="door-top">
        <span className="line door-brand">
          <Mark size={26} />
          {t(authMessages.product)}
        </span>
        <span className="line">
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
      <main className="door-main">
        <div className="door-card">
          <h1>{title}</h1>
          {lead && <p className="door-lead">{lead}</p>}
          {children}
        </div>
        <p className="door-motto">
          <Mark size={16} />
          {t(authMessages.motto)}
        </p>
      </main>
    </div>
  );
}
