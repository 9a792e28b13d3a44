import type { ReactNode } from "react";
import { Ghost } from "../../../../../ui/kit/Ghost.tsx";
import { kitTexts } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Mark } from "../../../../../ui/kit/Mark.tsx";
import { useShade } from "../../../../../ui/kit/shade.tsx";
import { doorTexts } from "./door.messages.ts";
import "./door.css";

/** The frame of the pages before one is inside. */
export function DoorPage({
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
  return (
    <div className="door">
      <header className="door-top">
        <span className="line door-brand">
          <Mark size={26} />
          {t(doorTexts.product)}
        </span>
        <span className="line">
          <Ghost
            icon={shade === "light" ? "moon" : "sun"}
            aria-label={t(shade === "light" ? kitTexts.dark : kitTexts.light)}
            onClick={toggle}
          />
          <Ghost icon="globe" onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>
            {t(kitTexts.language)}
          </Ghost>
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
          {t(doorTexts.motto)}
        </p>
      </main>
    </div>
  );
}
