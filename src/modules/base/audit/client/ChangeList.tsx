import { useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ChangeFilter, SealState } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { useAuditChanges } from "./audit-data.ts";
import { ChangeMenu } from "./ChangeMenu.tsx";
import { ChangeTable } from "./ChangeTable.tsx";
import { useChangeWords } from "./change-words.ts";
import { LogAnswer } from "./LogAnswer.tsx";
import * as base from "../../../../ui/kit/base.module.css";

/** By what the log can be narrowed, apart from person and time. */
function useFilterChoices() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const words = useChangeWords();
  return [
    {
      key: "object",
      label: t(auditScreenMessages.object),
      any: t(auditScreenMessages.anyObject),
      options: [...objects.values()].map((one) => ({ value: one.name, label: of(one.label) })),
    },
    {
      key: "kind",
      label: t(auditScreenMessages.kind),
      any: t(auditScreenMessages.anyKind),
      options: words.kinds,
    },
    {
      key: "road",
      label: t(auditScreenMessages.road),
      any: t(auditScreenMessages.anyRoad),
      options: words.roads,
    },
  ];
}

export interface ChangeListProps {
  readonly seals: SealState;
}
/** What was changed, by whom, when, from where. */
export function ChangeList({ seals }: ChangeListProps) {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<ChangeFilter>({});
  const log = useAuditChanges(filter);
  const choices = useFilterChoices();
  return (
    <>
      <LogAnswer seals={seals} filter={filter} onChange={setFilter} />
      <AuditFilter person="actor" filter={filter} choices={choices} onChange={setFilter}>
        <ChangeMenu filter={filter} onChange={setFilter} />
      </AuditFilter>
      <QueryResult query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="history" title={t(auditScreenMessages.none)} />
          ) : (
            <div className={base.stack}>
              <ChangeTable rows={rows} sealed={seals.changes.sealed} />
              {log.hasNextPage && (
                <QuietButton onClick={() => void log.fetchNextPage()}>
                  {t(auditScreenMessages.more)}
                </QuietButton>
              )}
            </div>
          );
        }}
      </QueryResult>
    </>
  );
}
