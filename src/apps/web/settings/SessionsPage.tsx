import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { endSession, listSessions } from "../../../modules/base/identity/shared/sessions.contract.ts";
import { call } from "../../../ui/data/call.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { Section } from "./Section.tsx";
import { SessionsTable } from "./SessionsTable.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

export function SessionsPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await call(listSessions, {})).data,
  });
  const end = (id: string) =>
    call(endSession, { params: { id } }).then(
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
        <SessionsTable sessions={sessions.data} onEnd={(id) => void end(id)} />
      )}
    </Section>
  );
}
