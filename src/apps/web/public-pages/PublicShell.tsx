import { type ReactNode, useEffect, useState } from "react";
import {
  type Answered,
  askPage,
  LinkPage,
  type PublicPage,
} from "../../../modules/base/links/client/public.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Mark } from "../../../ui/kit/Mark.tsx";
import { publicMessages } from "./public-pages.messages.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as styles from "./PublicShell.module.css";

/** What people outside see of the company: one page for one link, without signing in. */
export function PublicShell({ token }: { readonly token: string }) {
  const { t, language } = useLanguage();
  const [answer, setAnswer] = useState<Answered<PublicPage> | null>(null);
  const [asked, askAgain] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void askPage(token).then((found) => isCurrent && setAnswer(found));
    return () => void (isCurrent = false);
  }, [token, language, asked]);
  const again = (): void => askAgain((count) => count + 1);
  const page = answer?.is === "ok" ? answer.value : null;
  useEffect(() => {
    if (page) document.title = `${page.heading} · ${page.company}`;
  }, [page]);
  return (
    <Frame company={page?.company ?? ""}>
      {answer === null && (
        <p className={base.muted} role="status">
          {t(publicMessages.loading)}
        </p>
      )}
      {page && <LinkPage token={token} page={page} onChanged={again} />}
      {answer && !page && <NotOpened answer={answer} onRetry={again} />}
    </Frame>
  );
}

function Frame({ company, children }: { readonly company: string; readonly children: ReactNode }) {
  const { t, language, setLanguage } = useLanguage();
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <Mark size={22} />
        <span className={styles.company}>{company}</span>
        <button
          type="button"
          className={`${base.plain} ${styles.language}`}
          onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {t(publicMessages.otherLanguage)}
        </button>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

interface NotOpenedProps {
  readonly answer: Answered<PublicPage>;
  readonly onRetry: () => void;
}
function NotOpened({ answer, onRetry }: NotOpenedProps) {
  const { t } = useLanguage();
  const isDead = answer.is === "dead";
  return (
    <div className={styles.told} role="alert">
      <h1>{t(isDead ? publicMessages.dead : publicMessages.failed)}</h1>
      <p className={base.muted}>
        {answer.is === "refused"
          ? answer.text
          : t(isDead ? publicMessages.deadDetail : publicMessages.failedDetail)}
      </p>
      {!isDead && (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {t(publicMessages.retry)}
        </button>
      )}
    </div>
  );
}
