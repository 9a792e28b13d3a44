import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import {
  endSession,
  endSessionsOf,
  listSessions,
  type SessionAnswer,
} from "../../shared/sessions.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../../ui/kit/use-attempt.ts";
import { useRemove } from "../../../../../ui/kit/use-remove.ts";
import { settingsMessages } from "../settings.messages.ts";
import { accessMessages } from "./access.messages.ts";
import { deviceText } from "./device-text.ts";
import { PersonActions, PersonLine } from "./PersonActions.tsx";
import { WayText } from "./WayText.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../../ui/kit/chip.module.css";

const KEY = ["sessions", "*"] as const;
const useAllSessions = (named: string) =>
  useInfiniteQuery({
    queryKey: [...KEY, named],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(listSessions, { query: { user: "*", q: named, cursor: pageParam ?? undefined } }),
    getNextPageParam: ({ page }) => page.next,
  });

/** Everybody who is signed in. */
export function AllSessions({ named }: { readonly named: string }) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const remove = useRemove();
  const client = useQueryClient();
  const sessions = useAllSessions(named);
  const readAgain = () => client.invalidateQueries({ queryKey: KEY });
  const end = ({ id, user }: SessionAnswer) =>
    attempt(() => call(endSession, { params: { id }, query: { user } }), { onDone: readAgain });
  const endAll = ({ user, name }: SessionAnswer) =>
    remove({
      title: t(accessMessages.endAllTitle, { name: name ?? "" }),
      detail: t(accessMessages.endAllDetail),
      action: t(settingsMessages.end),
      send: () => call(endSessionsOf, { params: { id: user } }),
      onDone: readAgain,
    });
  return (
    <QueryResult query={sessions}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        if (rows.length === 0) return <Empty icon="device" title={t(accessMessages.none)} />;
        return (
          <>
            <SessionTable rows={rows} onEnd={(row) => void end(row)} onEndAll={endAll} />
            {sessions.hasNextPage && (
              <Button
                type="text"
                loading={sessions.isFetchingNextPage}
                onClick={() => void sessions.fetchNextPage()}
              >
                {t(accessMessages.more)}
              </Button>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}

interface SessionTableProps {
  readonly rows: readonly SessionAnswer[];
  readonly onEnd: (row: SessionAnswer) => void;
  readonly onEndAll: (row: SessionAnswer) => void;
}
function SessionTable({ rows, onEnd, onEndAll }: SessionTableProps) {
  const { t } = useLanguage();
  return (
    <DataTable
      label={t(accessMessages.sessions)}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "person",
          title: t(accessMessages.person),
          render: (row) => <PersonLine name={row.name} login={row.login} />,
        },
        {
          key: "device",
          title: t(settingsMessages.device),
          render: (row) => (
            <>
              {deviceText(row.user_agent) || t(accessMessages.unknownDevice)}{" "}
              {row.current && (
                <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
                  {t(settingsMessages.thisDevice)}
                </span>
              )}
            </>
          ),
        },
        {
          key: "ip",
          title: t(accessMessages.address),
          render: (row) => <span className={base.num}>{row.ip}</span>,
        },
        { key: "way", title: t(accessMessages.way), render: (row) => row.way && <WayText way={row.way} /> },
        {
          key: "made",
          title: t(settingsMessages.signedIn),
          render: (row) => <span className={base.num}>{timeText(row.created_at)}</span>,
        },
        {
          key: "seen",
          title: t(settingsMessages.lastSeen),
          render: (row) => <span className={base.num}>{timeText(row.last_seen_at)}</span>,
        },
        {
          key: "end",
          title: "",
          align: "right",
          render: (row) => (
            <PersonActions
              name={row.name ?? ""}
              one={row.current ? undefined : { label: t(settingsMessages.end), run: () => onEnd(row) }}
              all={{ label: t(accessMessages.endAll), run: () => onEndAll(row) }}
            />
          ),
        },
      ]}
    />
  );
}
