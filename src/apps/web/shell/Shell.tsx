import { Suspense, useCallback, useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useObjectsQuery } from "../../../ui/data/objects.ts";
import { useMe, usePreference } from "../../../ui/data/session.ts";
import { useChangeStream } from "../../../ui/data/stream.ts";
import { Boundary } from "../../../ui/kit/Boundary.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { lazily } from "../../../ui/kit/lazily.ts";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import { AskConflictProvider } from "../../../ui/record/form/AskConflictProvider.tsx";
import { QuickCreateProvider } from "../../../ui/record/form/QuickCreateProvider.tsx";
import { HelpStage } from "../../../modules/insight/help/client/public.ts";
import { ViewingBar } from "../../../modules/base/permissions/client/public.ts";
import { Pages } from "../Pages.tsx";
import { BottomBar } from "./BottomBar.tsx";
import { ClockHint } from "./ClockHint.tsx";
import { FetchAhead } from "./FetchAhead.tsx";
import { ScreenMark } from "./ScreenMark.tsx";
import { SideNavigation } from "./SideNavigation.tsx";
import { shellMessages } from "./shell.messages.ts";
import { TopBar } from "./TopBar.tsx";
import { useKeys } from "./use-keys.tsx";
import * as skipStyles from "../../../ui/kit/skip.module.css";
import * as styles from "./Shell.module.css";

const Palette = lazily(() => import("./Palette.tsx").then((m) => m.Palette));

/** Navigation, search and create around every page. */
export function Shell() {
  const { t, language, setLanguage } = useLanguage();
  const me = useMe();
  const objects = useObjectsQuery();
  const narrow = useIsNarrow();
  const { pathname } = useLocation();
  const [folded, fold] = usePreference<boolean>("navigation_folded", false);
  const [searching, setSearching] = useState(false);
  useChangeStream();

  const { language: own } = me.preferences;
  useEffect(() => {
    if ((own === "zh-CN" || own === "en") && own !== language) setLanguage(own);
    // The person's language is taken over once, at sign-in; later the switch decides.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const search = useCallback(() => setSearching(true), []);
  const { sheet, showSheet } = useKeys({ search, toggle: setSearching });

  const content = objects.isPending ? (
    <Skeleton rows={8} />
  ) : objects.isError ? (
    <Failure error={objects.error} onRetry={() => void objects.refetch()} />
  ) : (
    <Pages />
  );
  return (
    <ScreenMark>
      <AskConflictProvider>
        <QuickCreateProvider>
          <div className={styles.shell} data-folded={folded || undefined}>
            <a className={skipStyles.skip} href="#content">
              {t(shellMessages.skip)}
            </a>
            {!narrow && <SideNavigation folded={folded} onFold={fold} />}
            <div className={styles.shellRight}>
              <ViewingBar />
              <TopBar narrow={narrow} onSearch={search} onShortcuts={showSheet} />
              <main id="content" className={styles.shellMain} tabIndex={-1}>
                <Boundary resetKey={pathname}>
                  <Suspense fallback={<Skeleton rows={8} />}>{content}</Suspense>
                </Boundary>
              </main>
              {narrow && <BottomBar />}
              <FetchAhead />
              <ClockHint />
            </div>
            {sheet}
            <HelpStage />
            {searching && (
              <Suspense>
                <Palette onClose={() => setSearching(false)} />
              </Suspense>
            )}
          </div>
        </QuickCreateProvider>
      </AskConflictProvider>
    </ScreenMark>
  );
}
