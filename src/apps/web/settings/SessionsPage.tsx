import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { SessionAnswer } from "../../../modules/identity/shared/wire.ts";
import { request } from "../../../ui/data/request.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import { accessTexts } from "./access/access.messages.ts";
import { deviceText } from "./access/device-text.ts";
import { WayText } from "./access/WayText.tsx";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

export function SessionsPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await request<{ data: readonly SessionAnswer[] }>("/sessions")).data,
  });
  const end = (id: string) =>
    request<void>(`/sessions/${id}`, { method: "DELETE" }).then(
      () => client.invalidateQueries({ queryKey: ["sessions"] }),
      tell.failed,
    );
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  const endOthers = () => Promise.all(others.map((session) => end(session.id)));
  return (
    <Section
      title={t(entryTexts.sessions)}
      action={
        others.length > 1 && (
          <Button onClick={() => void endOthers()}>
            {t(settingsTexts.endOthers, { count: others.length })}
          </Button>
        )
      }
    >
      {sessions.isPending ? (
        <Skeleton rows={3} />
      ) : sessions.isError ? (
        <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <DataTable
          label={t(entryTexts.sessions)}
          rows={sessions.data}
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
                !session.current && (
                  <Ghost onClick={() => void end(session.id)}>{t(settingsTexts.end)}</Ghost>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
