import { Link, useLocation, useNavigate, useParams } from "react-router";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../../ui/kit/use-is-narrow.ts";
import { usePageTitle } from "../../../../../ui/kit/use-page-title.ts";
import { GuideArticle } from "./GuideArticle.tsx";
import { GuideContents } from "./GuideContents.tsx";
import { guideTexts } from "./guide.messages.ts";
import { guidePath } from "./guide-path.ts";
import { useContents } from "./use-guide.ts";
import * as styles from "./GuidePage.module.css";

/** The guide: its contents and search, and a page of it. On a phone one of both. */
export function GuidePage() {
  const { t } = useLanguage();
  const { page } = useParams();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const narrow = useIsNarrow();
  const contents = useContents();
  const shown = page ?? (narrow ? undefined : contents[0]?.page);
  usePageTitle(contents.find((one) => one.page === shown)?.title ?? t(guideTexts.help), t(guideTexts.help));
  return (
    <div className={styles.guide}>
      {(!narrow || !shown) && <GuideContents shown={shown} />}
      {shown && (
        <div className={styles.page}>
          {narrow && (
            <p>
              <Link to="/guide">‹ {t(guideTexts.all)}</Link>
            </p>
          )}
          <GuideArticle
            page={shown}
            anchor={decodeURIComponent(hash.slice(1))}
            onOpen={(to, anchor) => void navigate(guidePath(to, anchor))}
          />
        </div>
      )}
    </div>
  );
}
