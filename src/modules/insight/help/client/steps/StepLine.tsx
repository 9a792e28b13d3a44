import { Link } from "react-router";
import type { FirstSteps } from "../../shared/first-steps.contract.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { StepWords } from "./step-words.ts";
import { stepTexts } from "./steps.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";
import * as styles from "./FirstSteps.module.css";

interface StepLineProps {
  readonly number: number;
  readonly words: StepWords;
  readonly isDone: boolean;
  /** What goes on for it now. */
  readonly job: NonNullable<FirstSteps["demo"]>["job"];
}
export function StepLine({ number, words: { title, hint, go }, isDone, job }: StepLineProps) {
  const { t } = useLanguage();
  const share = job?.total ? Math.round((100 * job.done) / job.total) : 0;
  return (
    <li className={styles.step} data-done={isDone || undefined}>
      <span className={styles.mark} aria-hidden>
        {isDone ? <Icon name="check" size={14} /> : number}
      </span>
      <div className={base.grow}>
        <div className={styles.title}>
          {t(title)}
          {isDone && <span className={base.srOnly}> {t(stepTexts.done)}</span>}
        </div>
        {job ? (
          <progress className={styles.progress} max={100} value={share} aria-label={t(title)} />
        ) : (
          <div className={`${base.muted} ${styles.hint}`}>{t(hint)}</div>
        )}
      </div>
      {job && <span className={`${base.muted} ${base.num}`}>{t(stepTexts.percent, { share })}</span>}
      <Link to={go.to} className={`${quietButtonStyles.ghost} ${quietButtonStyles.bordered}`}>
        {t(go.text)}
      </Link>
    </li>
  );
}
