import { useIsFetching } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { useModules } from "../../../ui/record/panels.tsx";
import * as quietButtonStyles from "../../../ui/kit/QuietButton.module.css";

const QUIET = 800;

/**
 * Buttons of modules in the top bar. They come once the page itself has what it needs; until then their place
 * is kept.
 */
export function ModuleButtons() {
  const bar = useModules().flatMap((module) => module.topBar ?? []);
  const isDue = useQuietOnce();
  const place = (
    <span className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`} aria-hidden />
  );
  return bar.map(({ name, Component }) => (
    <Suspense key={name} fallback={place}>
      {isDue ? <Component /> : place}
    </Suspense>
  ));
}

/** True from the first time that nothing was fetched for a while. */
function useQuietOnce(): boolean {
  const busy = useIsFetching() > 0;
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (busy || isQuiet) return;
    const timer = setTimeout(() => setQuiet(true), QUIET);
    return () => clearTimeout(timer);
  }, [busy, isQuiet]);
  return isQuiet;
}
