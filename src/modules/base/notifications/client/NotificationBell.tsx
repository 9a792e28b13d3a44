import { Badge, Drawer } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { NotificationList } from "./NotificationList.tsx";
import { useInbox, useMarkRead } from "./notification-data.ts";
import { notificationMessages } from "./notifications.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as quietButtonStyles from "../../../../ui/kit/QuietButton.module.css";

/** What happened for me: a red dot while something is unread, the list beside the page. */
export function NotificationBell() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const inbox = useInbox();
  const markRead = useMarkRead();
  const isViewing = useIsViewing();
  const unread = inbox.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <Badge dot={unread > 0} offset={[-6, 6]}>
        <QuietButton
          icon="bell"
          aria-label={
            unread > 0 ? t(notificationMessages.unread, { count: unread }) : t(notificationMessages.title)
          }
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size="min(400px, 100vw)"
        title={t(notificationMessages.title)}
        extra={
          !isViewing && (
            <span className={base.line}>
              {unread > 0 && (
                <QuietButton onClick={() => markRead.mutate({ all: true })}>
                  {t(notificationMessages.markAll)}
                </QuietButton>
              )}
              <Link
                className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
                to="/settings/notifications"
                aria-label={t(notificationMessages.settings)}
                onClick={() => setOpen(false)}
              >
                <Icon name="settings" />
              </Link>
            </span>
          )
        }
        styles={{ body: { padding: 0 } }}
      >
        <NotificationList
          inbox={inbox}
          onOpen={() => setOpen(false)}
          onRead={(id) => (isViewing ? undefined : markRead.mutate({ ids: [id] }))}
        />
      </Drawer>
    </>
  );
}
