import { useState } from "react";
import type { PublicPage } from "../../shared/public-page.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { linkPageMessages } from "./link-page.messages.ts";
import { VerbForm } from "./VerbForm.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./LinkPage.module.css";

interface LinkPageProps {
  readonly token: string;
  readonly page: PublicPage;
  /** What is shown is no longer so. */
  readonly onChanged: () => void;
}
/** What is asked, what about, and the answers that can be given. */
export function LinkPage({ token, page, onChanged }: LinkPageProps) {
  const { t } = useLanguage();
  const [done, setDone] = useState<string | null>(null);
  return (
    <article className={styles.page}>
      <div>
        <p className={base.muted}>{page.heading}</p>
        <h1 className={styles.title}>{page.title}</h1>
        {page.lead && <p className={base.muted}>{page.lead}</p>}
      </div>
      {page.note && (
        <section>
          <h2 className={styles.small}>{page.note.label}</h2>
          <p className={styles.words}>{page.note.text}</p>
        </section>
      )}
      <Facts facts={page.facts} />
      <Checks checks={page.checks} />
      {page.closed && <p className={styles.closed}>{page.closed}</p>}
      {done !== null && (
        <div className={styles.done} role="status">
          <strong>{done}</strong>
          <span className={base.muted}>{t(linkPageMessages.done)}</span>
        </div>
      )}
      {done === null && page.verbs.length > 0 && (
        <>
          <VerbForm token={token} page={page} onDone={setDone} onChanged={onChanged} />
          <p className={base.note}>
            {t(linkPageMessages[page.uses_left === 1 ? "once" : "until"], { when: timeText(page.until) })}
          </p>
        </>
      )}
    </article>
  );
}

function Facts({ facts }: Pick<PublicPage, "facts">) {
  if (facts.length === 0) return null;
  return (
    <dl className={`${base.card} ${styles.facts}`}>
      {facts.map(({ label, value, strong }) => (
        <div key={label} data-strong={strong || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Checks({ checks }: Pick<PublicPage, "checks">) {
  const { t } = useLanguage();
  if (checks.length === 0) return null;
  return (
    <ul className={`${base.card} ${styles.checks}`}>
      {checks.map(({ text, met, details }) => (
        <li key={text} data-met={met || undefined}>
          <svg viewBox="0 0 16 16" width="16" height="16" role="img" fill="none">
            <title>{t(met ? linkPageMessages.met : linkPageMessages.open)}</title>
            <path
              d={met ? "M3 8.500 6.500 12 13 4.500" : "M8 3v6M8 12.500v.5"}
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
          <div>
            {text}
            {details.map((detail) => (
              <p key={detail} className={`${base.muted} ${styles.words}`}>
                {detail}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
