import type { SessionAnswer } from "../shared/sessions.contract.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { accessMessages } from "./access/access.messages.ts";
import { deviceText } from "./access/device-text.ts";
import { WayText } from "./access/WayText.tsx";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";

export interface SessionsTableProps {
  readonly sessions: readonly SessionAnswer[];
  readonly onEnd: (id: string) => void;
}
/** Where one is signed in; every place but this one can be ended. */
export function SessionsTable({ sessions, onEnd }: SessionsTableProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(identityScreenMessages.sessions)}
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        {
          key: "device",
          title: t(settingsMessages.device),
          render: (session) => (
            <span className={base.line}>
              <Icon name="device" />
              {deviceText(session.user_agent) || t(accessMessages.unknownDevice)}
              {session.current && (
                <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
                  {t(settingsMessages.thisDevice)}
                </span>
              )}
            </span>
          ),
        },
        {
          key: "ip",
          title: t(accessMessages.address),
          render: (session) => <span className={base.num}>{session.ip}</span>,
        },
        {
          key: "way",
          title: t(accessMessages.way),
          render: (session) => session.way && <WayText way={session.way} />,
        },
        {
          key: "seen",
          title: t(settingsMessages.lastSeen),
          render: (session) => <span className={base.num}>{timeText(session.last_seen_at)}</span>,
        },
        {
          key: "made",
          title: t(settingsMessages.signedIn),
          render: (session) => <span className={base.num}>{timeText(session.created_at)}</span>,
        },
        {
          key: "end",
          title: "",
          align: "right",
          render: (session) =>
            !session.current && (
              <QuietButton onClick={() => onEnd(session.id)}>{t(settingsMessages.end)}</QuietButton>
            ),
        },
      ]}
    />
  );
}
