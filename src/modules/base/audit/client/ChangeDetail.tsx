import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { useChangeWords } from "./change-words.ts";
import { LoggedValue, logText } from "./LoggedValue.tsx";
import * as styles from "./ChangeDetail.module.css";

const NOTHING: AuditChange["after"] = {};

/** What the line of a change does not say: why, from what it followed, and each field before and after. */
export function ChangeDetail({
  change,
  isSealed,
}: {
  readonly change: AuditChange;
  readonly isSealed: boolean;
}) {
  const { t } = useLanguage();
  const words = useChangeWords();
  const { reason, override, cause } = change.note ?? NOTHING;
  const facts: readonly (readonly [string, string])[] = [
    [
      t(auditScreenMessages.record),
      change.hidden ? t(auditScreenMessages.hiddenRecord) : change.title || change.record,
    ],
    [t(auditScreenMessages.reason), logText(reason)],
    [t(auditScreenMessages.override), logText(override)],
    [t(auditScreenMessages.cause), words.cause(cause, change.cause)],
    [
      t(auditScreenMessages.number),
      `${change.seq} · ${t(isSealed ? auditScreenMessages.sealed : auditScreenMessages.unsealed)}`,
    ],
    [t(auditScreenMessages.request), change.request ?? ""],
  ];
  return (
    <>
      <dl className={styles.auditFacts}>
        {facts.flatMap(([name, text]) =>
          text ? [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{text}</dd>] : [],
        )}
      </dl>
      {Object.keys(change.after).length > 0 && <Values change={change} />}
    </>
  );
}

function Values({ change }: { readonly change: AuditChange }) {
  const { t } = useLanguage();
  const words = useChangeWords();
  return (
    <table className={styles.auditValues}>
      <thead>
        <tr>
          <th scope="col">{t(auditScreenMessages.field)}</th>
          <th scope="col">{t(auditScreenMessages.before)}</th>
          <th scope="col">{t(auditScreenMessages.after)}</th>
        </tr>
      </thead>
      <tbody>
        {Object.keys(change.after).map((name) => (
          <tr key={name}>
            <th scope="row">{words.field(change, name)}</th>
            <td>
              <LoggedValue change={change} name={name} side="before" />
            </td>
            <td>
              <LoggedValue change={change} name={name} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
