import { Link } from "react-router";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import type { DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { AuditChange } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { useChangeWords } from "./change-words.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as auditStyles from "./audit.module.css";
import * as styles from "./use-change-columns.module.css";

/** The record by its name, unless the reader may not know it. */
function ChangedRecord({ row }: { readonly row: AuditChange }) {
  const { t } = useLanguage();
  return row.hidden ? (
    t(auditScreenMessages.hiddenRecord)
  ) : (
    <Link to={recordPath(row.about?.object ?? row.object, row.about?.id ?? row.record)}>
      {row.title || row.record.slice(-8)}
    </Link>
  );
}

/** The columns of the log; on a phone all of a change in one of them. */
export function useChangeColumns(
  sealed: number,
  open: (change: AuditChange) => void,
): readonly DataColumn<AuditChange>[] {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const words = useChangeWords();
  const mark = (row: AuditChange) => (
    <Icon
      name={row.seq <= sealed ? "lock" : "clock"}
      label={t(row.seq <= sealed ? auditScreenMessages.sealed : auditScreenMessages.unsealed)}
    />
  );
  const entry = (row: AuditChange) => (
    <button type="button" className={styles.auditEntry} onClick={() => open(row)}>
      {narrow ? `${words.actor(row)} · ${words.kind(row.kind)} · ${words.object(row)}` : words.fields(row)}
      {narrow && <div className={auditStyles.auditMore}>{words.fields(row)}</div>}
    </button>
  );
  const what: DataColumn<AuditChange> = { key: "what", title: t(auditScreenMessages.what), render: entry };
  const time: DataColumn<AuditChange> = {
    key: "at",
    title: t(auditScreenMessages.time),
    width: narrow ? 96 : 150,
    render: (row) => <span className={base.num}>{timeText(row.at)}</span>,
  };
  return narrow
    ? [time, what]
    : [
        time,
        { key: "who", title: t(auditScreenMessages.person), render: words.actor },
        {
          key: "kind",
          title: t(auditScreenMessages.kind),
          render: (row) => <span className={auditStyles.auditNowrap}>{words.kind(row.kind)}</span>,
        },
        {
          key: "object",
          title: t(auditScreenMessages.object),
          render: (row) => <span className={auditStyles.auditNowrap}>{words.object(row)}</span>,
        },
        {
          key: "record",
          title: t(auditScreenMessages.record),
          render: (row) => <ChangedRecord row={row} />,
        },
        what,
        {
          key: "road",
          title: t(auditScreenMessages.road),
          render: (row) => <span className={auditStyles.auditNowrap}>{words.road(row.road)}</span>,
        },
        { key: "sealed", title: "", width: 32, render: mark },
      ];
}
