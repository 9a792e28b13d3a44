import type { SessionAnswer } from "../shared/sessions.contract.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { accessTexts } from "./access/access.messages.ts";
import { deviceText } from "./access/device-text.ts";
import { WayText } from "./access/WayText.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { identityTexts } from "./identity.messages.ts";

export interface SessionsTableProps {
  readonly sessions: readonly SessionAnswer[];
  readonly onEnd: (id: string) => void;
}
/** Where one is signed in; every place but this one can be ended. */
export function SessionsTable({ sessions, onEnd }: SessionsTableProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(identityTexts.sessions)}
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        {
          key: "device",
          title: t(settingsTexts.device),
          render: (session) => (
            <span className="line">
              <Icon name="device" />
              {deviceText(session.user_agent) || t(accessTexts.unknownDevice)}
              {session.current && <span className="chip chip-plain">{t(settingsTexts.thisDevice)}</span>}
            </span>
          ),
        },
        {
          key: "ip",
          title: t(accessTexts.address),
          render: (session) => <span className="num">{session.ip}</span>,
        },
        {
          key: "way",
          title: t(accessTexts.way),
          render: (session) => session.way && <WayText way={session.way} />,
        },
        {
          key: "seen",
          title: t(settingsTexts.lastSeen),
          render: (session) => <span className="num">{timeText(session.last_seen_at)}</span>,
        },
        {
          key: "made",
          title: t(settingsTexts.signedIn),
          render: (session) => <span className="num">{timeText(session.created_at)}</span>,
        },
        {
          key: "end",
          title: "",
          align: "right",
          render: (session) =>
            !session.current && <Ghost onClick={() => onEnd(session.id)}>{t(settingsTexts.end)}</Ghost>,
        },
      ]}
    />
  );
}
