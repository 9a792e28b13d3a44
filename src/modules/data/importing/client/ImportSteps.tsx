import { Link } from "react-router";
import type { Label } from "../../../../shared/i18n/label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { importScreenMessages } from "./importing.messages.ts";
import { steppingMessages } from "./stepping.messages.ts";
import * as styles from "./ImportSteps.module.css";

const STEPS = ["upload", "match", "review", "import"] as const;
export type ImportStep = (typeof STEPS)[number];
const WORDS: Readonly<Record<ImportStep, Label>> = {
  upload: importScreenMessages.stepUpload,
  match: importScreenMessages.stepMatch,
  review: importScreenMessages.stepReview,
  import: importScreenMessages.stepImport,
};

export interface ImportStepsProps {
  readonly at: ImportStep;
  /** Steps that one may go to, back or forth, nothing lost. */
  readonly back?: Partial<Record<ImportStep, string>>;
  /** What a step leaves open, in words. */
  readonly open?: Partial<Record<ImportStep, string>>;
}

/** Where one is on the way from a file to records, and what each step leaves open. */
export function ImportSteps({ at, back = {}, open = {} }: ImportStepsProps) {
  const { t } = useLanguage();
  const now = STEPS.indexOf(at);
  return (
    <nav aria-label={t(steppingMessages.steps)}>
      <ol className={styles.importSteps}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            aria-current={step === at ? "step" : undefined}
            data-done={index < now ? "" : undefined}
          >
            <i>{index + 1}</i>
            {back[step] && step !== at ? (
              <Link to={back[step]}>{t(WORDS[step])}</Link>
            ) : (
              <span>{t(WORDS[step])}</span>
            )}
            {open[step] && <small>{open[step]}</small>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
