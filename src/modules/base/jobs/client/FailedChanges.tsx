import { Link } from "react-router";
import type { FailedChange, SubscriberState } from "../../../../shared/wire/subscribers.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { subscriberMessages } from "./subscribers.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** The changes that a subscriber could not deal with, the oldest first. */
export function FailedChanges({
  subscriber: { failures, failed },
}: {
  readonly subscriber: SubscriberState;
}) {
  const { t } = useLanguage();
  return (
    <>
      <DataTable
        label={t(subscriberMessages.failed)}
        rows={failures}
        rowKey={({ change }) => String(change)}
        columns={[
          { key: "record", title: t(subscriberMessages.record), render: (row) => <Concerned row={row} /> },
          {
            key: "change",
            title: t(subscriberMessages.change),
            width: 96,
            render: ({ change, at }) => (
              <span className={base.num} title={at ? timeText(at) : ""}>
                {change}
              </span>
            ),
          },
          {
            key: "error",
            title: t(subscriberMessages.error),
            render: ({ text, code }) => (
              <>
                {text} {code && <code className={base.muted}>{code}</code>}
              </>
            ),
          },
          {
            key: "attempts",
            title: t(subscriberMessages.attempts),
            width: 72,
            align: "right",
            render: ({ attempts }) => <span className={base.num}>{attempts}</span>,
          },
          {
            key: "next",
            title: t(subscriberMessages.next),
            width: 136,
            render: ({ next_at }) => (next_at ? timeText(next_at) : t(subscriberMessages.givenUp)),
          },
        ]}
      />
      {failed > failures.length && (
        <p className={base.note}>{t(subscriberMessages.more, { shown: failures.length, count: failed })}</p>
      )}
    </>
  );
}

/** Who may not read the record is told its object only. */
function Concerned({ row: { object, record, title } }: { readonly row: FailedChange }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  if (!object || !record) return <span className={base.muted}>—</span>;
  const known = objects.get(object);
  return (
    <>
      <span className={base.muted}>{known ? of(known.label, object) : object}</span>{" "}
      {title ? <Link to={`/records/${object}/${record}`}>{title}</Link> : t(subscriberMessages.unread)}
    </>
  );
}
