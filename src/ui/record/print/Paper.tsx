import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { printMessages } from "./print.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./Paper.module.css";

export interface PaperProps {
  readonly label: string;
  /** Lies on its side. */
  readonly isWide: boolean;
  /** All that is to be printed is there: then it is printed at once. */
  readonly isReady: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
/** A document over the page as it will lie on paper; printing leaves out all else. */
export function Paper({ label, isWide, isReady, onClose, children }: PaperProps) {
  const { t } = useLanguage();
  useEffect(withdrawPage, []);
  useEffect(() => {
    if (isReady) window.print();
  }, [isReady]);
  return createPortal(
    <div
      className={styles.desk}
      data-part="paper"
      role="dialog"
      aria-modal="true"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={styles.bar}>
        <strong className={base.grow}>{label}</strong>
        <QuietButton onClick={onClose}>{t(printMessages.close)}</QuietButton>
        <Button type="primary" autoFocus disabled={!isReady} onClick={() => window.print()}>
          {t(printMessages.print)}
        </Button>
      </div>
      <article className={styles.paper} data-wide={isWide || undefined}>
        {children}
      </article>
    </div>,
    document.body,
  );
}

/** While the paper lies there nothing of the page is reached; paper is white, whatever the screen. */
function withdrawPage(): () => void {
  const page = document.getElementById("root");
  const { shade } = document.documentElement.dataset;
  if (page) page.inert = true;
  if (shade) document.documentElement.dataset["shade"] = "light";
  return () => {
    if (page) page.inert = false;
    if (shade) document.documentElement.dataset["shade"] = shade;
  };
}
