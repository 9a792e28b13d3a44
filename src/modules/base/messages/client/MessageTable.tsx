import { Button } from "antd";
import { Link } from "react-router";
import { call } from "../../../../ui/data/call.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { messageOptions } from "../shared/message-options.ts";
import { type MessageLine, retryMessage } from "../shared/messages.contract.ts";
import { useReadMessagesAgain } from "./messages-data.ts";
import { messagesScreenMessages } from "./messages.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./MessageTable.module.css";

export function MessageTable({ rows }: { readonly rows: readonly MessageLine[] }) {
  const { t, of } = useLanguage();
  const channel = (name: string) => of(messageOptions.channels.find((one) => one.name === name)?.label, name);
  return (
    <DataTable
      label={t(messagesScreenMessages.title)}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "event",
          title: t(messagesScreenMessages.event),
          render: (row) => <MessageEvent row={row} />,
        },
        {
          key: "to",
          title: t(messagesScreenMessages.to),
          render: (row) => <Recipient row={row} />,
        },
        {
          key: "channel",
          title: t(messagesScreenMessages.channel),
          render: (row) => channel(row.channel),
        },
        {
          key: "state",
          title: t(messagesScreenMessages.state),
          render: (row) => <MessageState row={row} />,
        },
        {
          key: "at",
          title: t(messagesScreenMessages.at),
          render: (row) => <span className={base.num}>{timeText(row.sent_at ?? row.created_at)}</span>,
        },
        { key: "again", title: "", align: "right", render: (row) => row.can_retry && <Again id={row.id} /> },
      ]}
    />
  );
}

function MessageEvent({ row }: { readonly row: MessageLine }) {
  const { t, of } = useLanguage();
  const { event_label: called, lines, regarding } = row;
  return (
    <span className={styles.two}>
      <span>
        {of(called)}
        {lines > 1 && (
          <span className={base.muted}> · {t(messagesScreenMessages.several, { count: lines })}</span>
        )}
      </span>
      {regarding && <Link to={recordPath(regarding.object, regarding.id)}>{regarding.title}</Link>}
    </span>
  );
}

function Recipient({ row: { person, to } }: { readonly row: MessageLine }) {
  return (
    <span className={styles.two}>
      <span>{person?.name || to}</span>
      {person?.name && to && <span className={base.muted}>{to}</span>}
    </span>
  );
}

function MessageState({ row }: { readonly row: MessageLine }) {
  const { t, of } = useLanguage();
  const { status, why, error, tries } = row;
  const word = messageOptions.statuses.find(({ name }) => name === status)?.label;
  return (
    <span className={styles.two}>
      <span className={chipStyles.chip} data-status={status}>
        {of(word, status)}
      </span>
      {why && <span className={base.muted}>{of(why.label)}</span>}
      {error && (
        <span className={`${base.note} ${base.noteError}`}>
          {error}
          {tries > 1 && ` · ${t(messagesScreenMessages.tries, { count: tries })}`}
        </span>
      )}
    </span>
  );
}

function Again({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const readAgain = useReadMessagesAgain();
  const send = () =>
    attempt(() => call(retryMessage, { params: { id } }), {
      told: t(messagesScreenMessages.queuedAgain),
      onDone: readAgain,
    });
  return (
    <Button type="text" onClick={() => void send()}>
      {t(messagesScreenMessages.again)}
    </Button>
  );
}
