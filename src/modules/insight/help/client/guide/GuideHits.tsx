import { Link } from "react-router";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { guideTexts } from "./guide.messages.ts";
import { guidePath } from "./guide-path.ts";
import { useGuideSearch } from "./use-guide.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./GuidePage.module.css";

export function GuideHits({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  const hits = useGuideSearch(text);
  if (hits.length === 0)
    return (
      <p className={base.muted} role="status">
        {t(guideTexts.nothing, { text })}
      </p>
    );
  return (
    <ul>
      {hits.map(({ page, anchor, title, heading, around }) => (
        <li key={`${page}#${anchor}`}>
          <Link to={guidePath(page, anchor)} className={styles.hit}>
            <span className={styles.hitTitle}>
              {heading}
              {heading !== title && <span className={base.muted}> · {title}</span>}
            </span>
            {around && <span className={`${base.muted} ${styles.around}`}>{around}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
