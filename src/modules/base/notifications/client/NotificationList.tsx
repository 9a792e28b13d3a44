import { Link } from "react-router";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { relativeText, timeText } from "../../../../ui/kit/time-text.ts";
import type { Notification } from "../shared/notifications.contract.ts";
import type { useInbox } from "./notification-data.ts";
import { notificationMessages } from "./notifications.messages.ts";
import * as styles from "./NotificationList.module.css";

export interface NotificationListProps {
  readonly inbox: ReturnType<typeof useInbox>;
  /** A record was opened. */
  readonly onOpen: () => void;
  readonly onRead: (id: string) => void;
}

export function NotificationList({ inbox, onOpen, onRead }: NotificationListProps) {
  const { t } = useLanguage();
  return (
    <QueryResult query={inbox} rows={6} small>
      {(data) => {
        const all = data.pages.flatMap((page) => page.data);
        if (all.length === 0)
          return (
            <Empty
              icon="bell"
              title={t(notificationMessages.none)}
              detail={t(notificationMessages.noneDetail)}
            />
          );
        return (
          <ul className={styles.notifications}>
            {all.map((one) => (
              <li key={one.id} data-unread={one.read_at === null || undefined}>
                <Line one={one} onOpen={onOpen} onRead={onRead} />
              </li>
            ))}
            {inbox.hasNextPage && (
              <li>
                <QuietButton onClick={() => void inbox.fetchNextPage()}>
                  {t(notificationMessages.more)}
                </QuietButton>
              </li>
            )}
          </ul>
        );
      }}
    </QueryResult>
  );
}

function Line({
  one,
  onOpen,
  onRead,
}: { readonly one: Notification } & Omit<NotificationListProps, "inbox">) {
  const { language } = useLanguage();
  const read = () => {
    if (one.read_at === null) onRead(one.id);
  };
  const words = (
    <>
      <span>{one.text}</span>
      <time dateTime={one.at} title={timeText(one.at)}>
        {relativeText(one.at, language)}
      </time>
    </>
  );
  const to = addressOf(one);
  if (to === null) {
    return (
      <button type="button" className={styles.notification} onClick={read}>
        {words}
      </button>
    );
  }
  return (
    <Link
      className={styles.notification}
      to={to}
      onClick={() => {
        read();
        onOpen();
      }}
    >
      {words}
    </Link>
  );
}

/** The record it is about, or the list of those it counts. */
function addressOf({ regarding, records }: Notification): string | null {
  if (regarding) return recordPath(regarding.object, regarding.id);
  return records
    ? `/records/${records.object}?scene=stalled&view=list&filter=${encodeURIComponent(records.whose)}`
    : null;
}
