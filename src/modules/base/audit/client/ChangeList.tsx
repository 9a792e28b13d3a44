import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AuditChange, ChangeFilter } from "../shared/log.contract.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { useAuditChanges } from "./audit-data.ts";
import { ChangeDetail } from "./ChangeDetail.tsx";
import { useChangeWords } from "./change-words.ts";
import { ExportChanges } from "./ExportChanges.tsx";
import { useChangeColumns } from "./use-change-columns.tsx";
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

/** What was changed, by whom, when, on which road. */
export function ChangeList({ sealed }: { readonly sealed: number }) {
  const { t } = useLanguage();
  const me = useMe();
  const [filter, setFilter] = useState<ChangeFilter>({});
  const [open, setOpen] = useState<AuditChange | null>(null);
  const log = useAuditChanges(filter);
  const choices = useFilterChoices();
  const columns = useChangeColumns(sealed, setOpen);
  return (
    <>
      <div className={base.rowWrap}>
        <AuditFilter person="actor" filter={filter} choices={choices} onChange={setFilter} />
        <Checkbox
          checked={filter.notifications === "1"}
          onChange={({ target }) => setFilter({ ...filter, notifications: target.checked ? "1" : undefined })}
        >
          {t(auditScreenMessages.withNotifications)}
        </Checkbox>
        {mayDo(me, "record.export") && <ExportChanges filter={filter} />}
      </div>
      <QueryResult query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="history" title={t(auditScreenMessages.none)} />
          ) : (
            <div className={base.stack}>
              <DataTable
                label={t(auditScreenMessages.changes)}
                columns={columns}
                rows={rows}
                rowKey={(row) => String(row.seq)}
              />
              {log.hasNextPage && (
                <QuietButton onClick={() => void log.fetchNextPage()}>
                  {t(auditScreenMessages.more)}
                </QuietButton>
              )}
            </div>
          );
        }}
      </QueryResult>
      <Modal
        open={open !== null}
        title={t(auditScreenMessages.details)}
        footer={null}
        width={720}
        onCancel={() => setOpen(null)}
        destroyOnHidden
      >
        {open && <ChangeDetail change={open} isSealed={open.seq <= sealed} />}
      </Modal>
    </>
  );
}
