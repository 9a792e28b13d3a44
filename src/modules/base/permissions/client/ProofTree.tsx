import type { ProofStep } from "../../../../shared/wire/explanation.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import * as styles from "./ProofTree.module.css";

/** Lines of a proof, each with what it rests on below it. */
export function ProofTree({ steps, held }: { readonly steps: readonly ProofStep[]; readonly held: boolean }) {
  const { t } = useLanguage();
  return (
    <ul className={styles.proof} data-part="proof" data-held={held || undefined}>
      {steps.map((step, at) => (
        <li key={`${step.why} ${step.role ?? ""} ${at}`}>
          <span className={styles.proofLine}>
            <Icon name={held ? "check" : "close"} size={14} />
            <span>{t(step.text)}</span>
          </span>
          {step.through && step.through.length > 0 && <ProofTree steps={step.through} held={held} />}
        </li>
      ))}
    </ul>
  );
}
