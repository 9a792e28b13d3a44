import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { endSession, listSessions } from "../shared/sessions.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { SessionsTable } from "./SessionsTable.tsx";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";

export function SessionsPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const attempt = useAttempt();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await call(listSessions, {})).data,
  });
  const end = (id: string) =>
    attempt(() => call(endSession, { params: { id } }), {
      onDone: () => client.invalidateQueries({ queryKey: ["sessions"] }),
    });
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  const endOthers = () => Promise.all(others.map((session) => end(session.id)));
  return (
    <SettingsPage
      title={t(identityScreenMessages.sessions)}
      action={
        others.length > 1 && (
          <Button onClick={() => void endOthers()}>
            {t(settingsMessages.endOthers, { count: others.length })}
          </Button>
        )
      }
    >
      <QueryResult query={sessions} rows={3}>
        {(rows) => <SessionsTable sessions={rows} onEnd={(id) => void end(id)} />}
      </QueryResult>
    </SettingsPage>
  );
}
