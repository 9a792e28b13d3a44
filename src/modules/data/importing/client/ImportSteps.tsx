import { Link } from "react-router";
import type { Label } from "../../../../shared/i18n/label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { importScreenMessages } from "./importing.messages.ts";
import * as styles from "./ImportSteps.module.css";

const STEPS = ["upload", "match", "review", "import"] as const;
export type ImportStep = (typeof STEPS)[number];
const WORDS: Readonly<Record<ImportStep, Label>> = {
  upload: importScreenMessages.stepUpload,
  match: importScreenMessages.stepMatch,
  review: importScreenMessages.stepReview,
  import: importScreenMessages.stepImport,
};

/** Where one is on the way from a file to records; `back`: steps that one may go back to, nothing lost. */
export function ImportSteps({
  at,
  back = {},
}: {
  readonly at: ImportStep;
  readonly back?: Partial<Record<ImportStep, string>>;
}) {
  const { t } = useLanguage();
  const now = STEPS.indexOf(at);
  return (
    <ol className={styles.importSteps}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === at ? "step" : undefined}
          data-done={index < now ? "" : undefined}
        >
          <i>{index + 1}</i>
          {back[step] ? <Link to={back[step]}>{t(WORDS[step])}</Link> : <span>{t(WORDS[step])}</span>}
        </li>
      ))}
    </ol>
  );
}
