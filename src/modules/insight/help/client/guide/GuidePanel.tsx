import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { openGuide, showHelp } from "../help-state.ts";
import { GuideArticle } from "./GuideArticle.tsx";
import { guideTexts } from "./guide.messages.ts";
import { guidePath } from "./guide-path.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./GuidePanel.module.css";

/** A page of the guide beside what one is doing. Escape closes it, and the page under it can be used. */
export function GuidePanel({ page, anchor }: { readonly page: string; readonly anchor: string }) {
  const { t } = useLanguage();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = () => showHelp({ panel: null });
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t(guideTexts.help)}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <header className={styles.head}>
        <strong className={base.grow}>{t(guideTexts.help)}</strong>
        <Link to={guidePath(page, anchor)} onClick={close}>
          {t(guideTexts.whole)}
        </Link>
        <QuietButton icon="close" aria-label={t(kitMessages.close)} onClick={close} />
      </header>
      <div className={styles.body}>
        <GuideArticle page={page} anchor={anchor} onOpen={openGuide} />
      </div>
    </aside>
  );
}
