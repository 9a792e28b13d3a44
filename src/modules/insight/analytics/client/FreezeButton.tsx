import { Suspense, useState } from "react";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Label } from "../../../../shared/i18n/label.ts";
import type { BaselineQuestion } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import * as insightStyles from "./insight.module.css";

const FreezeDialog = lazily(() => import("./FreezeDialog.tsx").then((module) => module.FreezeDialog));

export type FreezeQuestion = BaselineQuestion & { readonly label?: Label };
export interface FreezeButtonProps {
  /** As they are asked on the page, by metric; one of another module says what it is called. */
  readonly questions: readonly FreezeQuestion[];
}
/** Keeps the figures that are shown. */
export function FreezeButton({ questions }: FreezeButtonProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  if (useIsViewing()) return null;
  return (
    <>
      <QuietButton icon="pin" className={insightStyles.insightPrint} onClick={() => setOpen(true)}>
        {t(baselineMessages.freeze)}
      </QuietButton>
      <Suspense>{open && <FreezeDialog questions={questions} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
