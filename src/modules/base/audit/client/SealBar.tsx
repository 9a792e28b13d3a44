import { Button } from "antd";
import { useState } from "react";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { call } from "../../../../ui/data/call.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { useCopy } from "../../../../ui/kit/use-copy.ts";
import { Failure } from "../../../../ui/kit/States.tsx";
import { type CheckAnswer, checkLogs, type SealState } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./SealBar.module.css";

/** How far the log is sealed, the newest seal to be noted elsewhere, and a check of the whole chain. */
export function SealBar({ seals, log }: { readonly seals: SealState; readonly log: "changes" | "access" }) {
  const { t } = useLanguage();
  const copy = useCopy();
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const { busy: isChecking, run } = useBusy();
  const [error, setError] = useState<unknown>(null);
  const { newest } = seals;
  const { sealed, last } = seals[log];
  const isWhole = sealed >= last;
  const counts = { sealed: groupDigits(String(sealed)), last: groupDigits(String(last)) };
  const check = () => {
    setError(null);
    void run(() => call(checkLogs, {}).then(({ data }) => setAnswer(data), setError));
  };
  return (
    <section className={styles.sealBar}>
      <div className={styles.sealState}>
        <Icon name="safety" />
        <span className={base.num}>
          {t(isWhole ? auditScreenMessages.sealedAll : auditScreenMessages.sealState, counts)}
        </span>
        <Button size="small" loading={isChecking} onClick={check}>
          {t(isChecking ? auditScreenMessages.checking : auditScreenMessages.check)}
        </Button>
        {answer && <CheckResult answer={answer} />}
      </div>
      {newest && (
        <div className={styles.sealNewest} title={t(auditScreenMessages.noteIt)}>
          <span>{t(auditScreenMessages.newest, { number: newest.number, at: timeText(newest.at) })}</span>
          <code>{newest.digest}</code>
          <QuietButton
            icon="copy"
            aria-label={t(auditScreenMessages.copy)}
            onClick={() => copy(`${newest.number}:${newest.digest}`, t(auditScreenMessages.copied))}
          />
        </div>
      )}
      {error !== null && <Failure error={error} onRetry={check} small />}
    </section>
  );
}

function CheckResult({ answer }: { readonly answer: CheckAnswer }) {
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
