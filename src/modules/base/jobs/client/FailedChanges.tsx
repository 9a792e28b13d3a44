import { Link } from "react-router";
import type { FailedChange, SubscriberState } from "../../../../shared/wire/subscribers.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { subscriberMessages as texts } from "./subscribers.messages.ts";

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
        label={t(texts.failed)}
        rows={failures}
        rowKey={({ change }) => String(change)}
        columns={[
          { key: "record", title: t(texts.record), render: (row) => <Concerned row={row} /> },
          {
            key: "change",
            title: t(texts.change),
            width: 96,
            render: ({ change, at }) => (
              <span className="num" title={at ? timeText(at) : ""}>
                {change}
              </span>
            ),
          },
          {
            key: "error",
            title: t(texts.error),
            render: ({ text, code }) => (
              <>
                {text} {code && <code className="muted">{code}</code>}
              </>
            ),
          },
          {
            key: "attempts",
            title: t(texts.attempts),
            width: 72,
            align: "right",
            render: ({ attempts }) => <span className="num">{attempts}</span>,
          },
          {
            key: "next",
            title: t(texts.next),
            width: 136,
            render: ({ next_at }) => (next_at ? timeText(next_at) : t(texts.givenUp)),
          },
        ]}
      />
      {failed > failures.length && (
        <p className="note">{t(texts.more, { shown: failures.length, count: failed })}</p>
      )}
    </>
  );
}

/** Who may not read the record is told its object only. */
function Concerned({ row: { object, record, title } }: { readonly row: FailedChange }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  if (!object || !record) return <span className="muted">—</span>;
  const known = objects.get(object);
  return (
    <>
      <span className="muted">{known ? of(known.label, object) : object}</span>{" "}
      {title ? <Link to={`/records/${object}/${record}`}>{title}</Link> : t(texts.unread)}
    </>
  );
}
