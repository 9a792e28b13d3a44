import type { ReactNode } from "react";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import * as insightStyles from "./insight.module.css";

export interface ControlsFrameProps {
  /** What is chosen, in words, for where the controls themselves are folded. */
  readonly chosen: readonly string[];
  readonly children: ReactNode;
}
/** Where the page is asked what it should show; on a phone one line that says it, and opens. */
export function ControlsFrame({ chosen, children }: ControlsFrameProps) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const controls = (
    <div className={insightStyles.insightControls} role="group" aria-label={t(insightScreenMessages.filters)}>
      {children}
    </div>
  );
  if (!narrow) return controls;
  return (
    <Fold title={t(insightScreenMessages.filters)} note={chosen.filter(Boolean).join(" · ")}>
      {controls}
    </Fold>
  );
}
