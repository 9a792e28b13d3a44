import { Suspense } from "react";
import { useModules } from "../../../ui/record/panels.tsx";
import { useQuietOnce } from "./use-quiet-once.ts";
import * as quietButtonStyles from "../../../ui/kit/QuietButton.module.css";

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
