import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { useChangeWords } from "./change-words.ts";
import { LoggedValue } from "./LoggedValue.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ChangeSummary.module.css";

/** One field from → to, and how many more there are; of what is new or gone only which fields it has. */
export function ChangeSummary({ change }: { readonly change: AuditChange }) {
  const { t } = useLanguage();
  const words = useChangeWords();
  const object = useObjects().get(change.object);
  const names = Object.keys(change.after);
  const main = names.find((name) => object?.byName[name]?.kind === "stage") ?? names[0];
  if (main === undefined || change.kind !== "update")
    return <span className={base.clip}>{words.fields(change)}</span>;
  return (
    <span className={styles.changeSummary}>
      <span className={styles.changeField}>{words.field(change, main)}</span>
      <span className={styles.changeValue}>
        <LoggedValue change={change} name={main} side="before" />
      </span>
      <span aria-hidden="true">→</span>
      <span className={styles.changeValue}>
        <LoggedValue change={change} name={main} side="after" />
      </span>
      {names.length > 1 && (
        <span className={base.muted}>{t(auditScreenMessages.andMore, { count: names.length - 1 })}</span>
      )}
    </span>
  );
}
