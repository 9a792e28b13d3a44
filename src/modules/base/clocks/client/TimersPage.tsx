import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { Tabs } from "../../../../ui/kit/Tabs.tsx";
import { listTimers } from "../shared/timers.contract.ts";
import { timerMessages } from "./timers.messages.ts";
import { TimersTable } from "./TimersTable.tsx";
import * as base from "../../../../ui/kit/base.module.css";

const STATES = ["waiting", "due", "fired", "failed"] as const;
type State = (typeof STATES)[number];

/** What is to be done at a moment: what waits, what is late, what was done and what could not be done. */
export function TimersPage() {
  const { t } = useLanguage();
  const [state, setState] = useState<State>("waiting");
  const timers = useInfiniteQuery({
    queryKey: ["timers", state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listTimers, { query: { state, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    getNextPageParam: ({ page }) => page.next,
  });
  const counts = timers.data?.pages[0]?.counts;
  return (
    <SettingsPage title={t(timerMessages.title)} lead={t(timerMessages.lead)}>
      <Tabs
        label={t(timerMessages.title)}
        value={state}
        items={STATES.map((key) => ({
          key,
          label: `${t(timerMessages[key])}${counts ? ` ${counts[key].toLocaleString()}` : ""}`,
        }))}
        onChange={(key) => setState(STATES.find((one) => one === key) ?? "waiting")}
      />
      <QueryResult query={timers}>
        {({ pages }) => {
          const rows = pages.flatMap(({ data }) => data);
          if (rows.length === 0) return <Empty icon="clock" title={t(timerMessages.none)} />;
          return (
            <div className={base.stack}>
              <TimersTable timers={rows} onRetried={() => void timers.refetch()} />
              {timers.hasNextPage && (
                <div>
                  <Button loading={timers.isFetchingNextPage} onClick={() => void timers.fetchNextPage()}>
                    {t(timerMessages.more)}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </QueryResult>
    </SettingsPage>
  );
}
