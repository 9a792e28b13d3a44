import { Input } from "antd";
import { useState } from "react";
import { NavLink } from "react-router";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useDebounced } from "../../../../../ui/kit/use-debounced.ts";
import { useHelpActions } from "../use-help-actions.ts";
import { GuideHits } from "./GuideHits.tsx";
import { guideTexts } from "./guide.messages.ts";
import { useContents } from "./use-guide.ts";
import * as styles from "./GuidePage.module.css";

/** What there is to read, and what can be found in it. */
export function GuideContents({ shown }: { readonly shown: string | undefined }) {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const settled = useDebounced(text, 150);
  const actions = useHelpActions();
  const contents = useContents();
  return (
    <nav className={styles.contents} aria-label={t(guideTexts.contents)}>
      <h1>{t(guideTexts.help)}</h1>
      <Input
        allowClear
        prefix={<Icon name="search" size={14} />}
        aria-label={t(guideTexts.search)}
        placeholder={t(guideTexts.search)}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {settled.trim() ? (
        <GuideHits text={settled} />
      ) : (
        <>
          <div className={styles.actions}>
            {actions.map(({ key, icon, text: words, run }) => (
              <QuietButton key={key} icon={icon} onClick={run}>
                {words}
              </QuietButton>
            ))}
          </div>
          <ul>
            {contents.map(({ page, title }) => (
              <li key={page}>
                <NavLink to={`/guide/${page}`} aria-current={page === shown ? "page" : undefined}>
                  {title}
                </NavLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
