import { Link } from "react-router";
import { useObject } from "../../../../ui/data/objects.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { Fold } from "../../../../ui/kit/Fold.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ExplainAnswer } from "../shared/proof.contract.ts";
import { actionMessages, permissionMessages } from "./permissions.messages.ts";
import { ProofTree } from "./ProofTree.tsx";
import { WaysToGrant } from "./WaysToGrant.tsx";
import * as styles from "./ExplainResult.module.css";

/** The answer first, then what it rests on, then what does not hold. */
export function ExplainResult({ answer }: { readonly answer: ExplainAnswer }) {
  const { t, of } = useLanguage();
  const object = useObject(answer.object ?? "");
  const { allowed, because, denied, record } = answer;
  const words = { who: answer.who.name, action: t(actionMessages[answer.action]) };
  return (
    <section className={styles.explainAnswer} data-allowed={allowed || undefined} aria-live="polite">
      <h2>
        <Icon name={allowed ? "check" : "lock"} size={18} />
        <span>
          {t(allowed ? permissionMessages.yes : permissionMessages.no, words)}{" "}
          {of(object?.label, answer.object ?? "")}{" "}
          {record &&
            answer.object &&
            (record.title === null ? (
              ""
            ) : (
              <Link to={recordPath(answer.object, record.id)}>{record.title}</Link>
            ))}
        </span>
      </h2>
      {allowed && (
        <>
          <h3>{t(permissionMessages.because)}</h3>
          <ProofTree steps={because} held />
          {denied.length > 0 && (
            <Fold title={t(permissionMessages.others, { count: denied.length })}>
              <ProofTree steps={denied} held={false} />
            </Fold>
          )}
        </>
      )}
      {!allowed && (
        <>
          <h3>{t(permissionMessages.denied)}</h3>
          <ProofTree steps={denied} held={false} />
          <WaysToGrant answer={answer} />
        </>
      )}
    </section>
  );
}
