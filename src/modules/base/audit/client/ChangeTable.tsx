import { Fragment, type MouseEvent, useState } from "react";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { secondsText, timeText } from "../../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { useChangeWords } from "./change-words.ts";
import { ChangeDetail } from "./ChangeDetail.tsx";
import { ChangedRecord } from "./ChangedRecord.tsx";
import { ChangeSummary } from "./ChangeSummary.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./ChangeTable.module.css";

interface ChangeTableProps {
  readonly rows: readonly AuditChange[];
  readonly sealed: number;
}
interface ChangeRowProps {
  readonly change: AuditChange;
  readonly isSealed: boolean;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}
/** The log, a line for each change; a line opens what it was before and after. */
export function ChangeTable({ rows, sealed }: ChangeTableProps) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const [open, setOpen] = useState<number | null>(null);
  const propsOf = (change: AuditChange): ChangeRowProps => ({
    change,
    isSealed: change.seq <= sealed,
    isOpen: open === change.seq,
    onTurn: () => setOpen(open === change.seq ? null : change.seq),
  });
  const label = t(auditScreenMessages.changes);
  if (narrow)
    return (
      <ul className={styles.changeCards} aria-label={label}>
        {rows.map((change) => (
          <ChangeCard key={change.seq} {...propsOf(change)} />
        ))}
      </ul>
    );
  const heads = [
    auditScreenMessages.time,
    auditScreenMessages.person,
    auditScreenMessages.kind,
    auditScreenMessages.record,
    auditScreenMessages.what,
    auditScreenMessages.road,
  ];
  return (
    <div className={styles.changeTable}>
      <table aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {t(head)}
              </th>
            ))}
            <th aria-label={t(auditScreenMessages.details)} />
          </tr>
        </thead>
        <tbody>
          {rows.map((change) => (
            <ChangeRow key={change.seq} {...propsOf(change)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const leadsElsewhere = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest("a, button") !== null;

function ChangeRow({ change, isSealed, isOpen, onTurn }: ChangeRowProps) {
  const { t } = useLanguage();
  const words = useChangeWords();
  const road = words.road(change.road);
  return (
    <Fragment>
      <tr
        className={styles.changeRow}
        data-open={isOpen || undefined}
        onClick={(event) => !leadsElsewhere(event) && onTurn()}
      >
        <td className={base.num}>{secondsText(change.at)}</td>
        <td title={words.actor(change)}>{words.actor(change)}</td>
        <td title={`${words.kind(change.kind)} ${words.object(change)}`}>
          {words.kind(change.kind)} <span className={base.muted}>{words.object(change)}</span>
        </td>
        <td title={change.title ?? ""}>
          <ChangedRecord change={change} />
        </td>
        <td>
          <ChangeSummary change={change} />
        </td>
        <td>
          <span className={`${chipStyles.chip} ${chipStyles.boxed}`} title={road}>
            {road}
          </span>
        </td>
        <td>
          <QuietButton
            icon={isOpen ? "up" : "down"}
            aria-label={t(auditScreenMessages.details)}
            aria-expanded={isOpen}
            onClick={onTurn}
          />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={7} className={styles.changeOpened}>
            <ChangeDetail change={change} isSealed={isSealed} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** The same on a phone: who did what to which record, and what changed, in two lines. */
function ChangeCard({ change, isSealed, isOpen, onTurn }: ChangeRowProps) {
  const words = useChangeWords();
  return (
    <li className={styles.changeCard}>
      <button type="button" aria-expanded={isOpen} onClick={onTurn}>
        <span>{`${words.actor(change)} · ${words.kind(change.kind)} · ${words.object(change)}`}</span>
        <span className={base.note}>
          {timeText(change.at)} · {words.road(change.road)}
        </span>
        <span className={base.clip}>{words.fields(change)}</span>
      </button>
      {isOpen && <ChangeDetail change={change} isSealed={isSealed} />}
    </li>
  );
}
