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
import { useHasBottomBar } from "./use-has-bottom-bar.ts";
import { useKeys } from "./use-keys.tsx";
import * as skipStyles from "../../../ui/kit/skip.module.css";
import * as styles from "./Shell.module.css";

const Palette = lazily(() => import("./Palette.tsx").then((m) => m.Palette));

/** Navigation, search and create around every page. */
export function Shell() {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const isStrip = !useHasBottomBar() && narrow;
  const [folded, fold] = usePreference<boolean>("navigation_folded", false);
  const [searching, setSearching] = useState(false);
  useChangeStream();

  useOwnLanguage();
  const search = useCallback(() => setSearching(true), []);
  const { sheet, showSheet } = useKeys({ search, toggle: setSearching });

  return (
    <ScreenMark>
      <AskConflictProvider>
        <QuickCreateProvider>
          <div
            className={styles.shell}
            data-folded={folded || isStrip || undefined}
            data-strip={isStrip || undefined}
          >
            <a className={skipStyles.skip} href="#content">
              {t(shellMessages.skip)}
            </a>
            {isStrip && <SideNavigation folded />}
            {!narrow && <SideNavigation folded={folded} onFold={fold} />}
            <div className={styles.shellRight}>
              <ViewingBar />
              <TopBar
                narrow={narrow}
                hasMark={narrow && !isStrip}
                onSearch={search}
                onShortcuts={showSheet}
              />
              <main id="content" className={styles.shellMain} tabIndex={-1}>
                <Content />
              </main>
              {narrow && !isStrip && <BottomBar />}
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

/** The page of the address, once it is known what there is. */
function Content() {
  const { pathname } = useLocation();
  const objects = useObjectsQuery();
  return (
    <Boundary resetKey={pathname}>
      <Suspense fallback={<Skeleton rows={8} />}>
        {objects.isPending ? (
          <Skeleton rows={8} />
        ) : objects.isError ? (
          <Failure error={objects.error} onRetry={() => void objects.refetch()} />
        ) : (
          <Pages />
        )}
      </Suspense>
    </Boundary>
  );
}

/** The person's language is taken over once, at sign-in; later the switch decides. */
function useOwnLanguage(): void {
  const { language, setLanguage } = useLanguage();
  const { language: own } = useMe().preferences;
  useEffect(() => {
    if ((own === "zh-CN" || own === "en") && own !== language) setLanguage(own);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
