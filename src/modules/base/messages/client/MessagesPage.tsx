import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { messageOptions, type MessageStatus } from "../shared/message-options.ts";
import { useMailSettings } from "./mail-data.ts";
import { MessageTable } from "./MessageTable.tsx";
import { messagesScreenMessages } from "./messages.messages.ts";
import { useMessages } from "./messages-data.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";

const ALL = "all";

/** What went out to people, newest first, with what became of it. */
export function MessagesPage() {
  const { t, of } = useLanguage();
  const [tab, setTab] = useState(ALL);
  const status: MessageStatus | null = messageOptions.statuses.find(({ name }) => name === tab)?.name ?? null;
  const messages = useMessages(status);
  return (
    <SettingsPage title={t(messagesScreenMessages.title)} lead={t(messagesScreenMessages.lead)}>
      <NoServer />
      <Tabs
        label={t(messagesScreenMessages.state)}
        value={tab}
        onChange={setTab}
        items={[
          { key: ALL, label: t(messagesScreenMessages.all) },
          ...messageOptions.statuses.map(({ name, label }) => ({ key: name, label: of(label) })),
        ]}
      />
      <QueryResult query={messages}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length === 0)
            return (
              <Empty
                icon="message"
                title={t(messagesScreenMessages.none)}
                detail={t(messagesScreenMessages.noneDetail)}
              />
            );
          return (
            <>
              <MessageTable rows={rows} />
              {messages.hasNextPage && (
                <Button
                  type="text"
                  loading={messages.isFetchingNextPage}
                  onClick={() => void messages.fetchNextPage()}
                >
                  {t(messagesScreenMessages.more)}
                </Button>
              )}
            </>
          );
        }}
      </QueryResult>
    </SettingsPage>
  );
}

function NoServer() {
  const { t } = useLanguage();
  const settings = useMailSettings();
  if (settings.data?.host !== null) return null;
  return (
    <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`}>
      <span>{t(messagesScreenMessages.noServer)}</span>
      <Link to="/settings/mail">{t(messagesScreenMessages.setUp)}</Link>
    </div>
  );
}
