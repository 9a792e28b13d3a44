import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useCopy } from "../../../../ui/kit/use-copy.ts";
import type { CheckAnswer, SealState } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./SealCheck.module.css";

/** The newest seal, to be noted elsewhere. */
export function NewestSeal({ newest }: { readonly newest: NonNullable<SealState["newest"]> }) {
  const { t } = useLanguage();
  const copy = useCopy();
  return (
    <span className={styles.sealNewest} title={t(auditScreenMessages.noteIt)}>
      {t(auditScreenMessages.newest, { number: newest.number, at: timeText(newest.at) })}
      <code>{newest.digest}</code>
      <QuietButton
        icon="copy"
        aria-label={t(auditScreenMessages.copy)}
        onClick={() => copy(`${newest.number}:${newest.digest}`, t(auditScreenMessages.copied))}
      />
    </span>
  );
}

/** Whether the chain is whole, or the first place where it is not. */
export function CheckResult({ answer }: { readonly answer: CheckAnswer }) {
  const { t } = useLanguage();
  const [first] = answer.broken;
  if (!first)
    return (
      <span className={`${styles.sealGood} ${base.num}`}>
        {t(auditScreenMessages.whole, {
          rows: groupDigits(String(answer.rows)),
          seals: groupDigits(String(answer.seals)),
        })}
      </span>
    );
  const words: Readonly<Record<string, string>> = {
    changed: t(auditScreenMessages.changed),
    missing: t(auditScreenMessages.missing),
    inserted: t(auditScreenMessages.inserted),
    unlinked: t(auditScreenMessages.unlinked),
    unerased: t(auditScreenMessages.unerased),
    replaced: t(auditScreenMessages.replaced),
  };
  const log = t(first.log === "changes" ? auditScreenMessages.changes : auditScreenMessages.access);
  return (
    <span className={styles.sealBad} role="alert">
      {t(auditScreenMessages.broken, {
        log,
        position: first.position,
        what: words[first.what] ?? first.what,
      })}
    </span>
  );
}
