import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { useObjects } from "../../../../ui/data/objects.ts";
import { mayDo, useMe } from "../../../../ui/data/session.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { Loaded } from "../../../../ui/kit/Loaded.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { AuditChange, ChangeFilter } from "../shared/log.contract.ts";
import { auditTexts } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { useAuditChanges } from "./audit-data.ts";
import { ChangeDetail } from "./ChangeDetail.tsx";
import { useChangeWords } from "./change-words.ts";
import { ExportChanges } from "./ExportChanges.tsx";
import { useChangeColumns } from "./use-change-columns.tsx";

/** By what the log can be narrowed, apart from person and time. */
function useFilterChoices() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const words = useChangeWords();
  return [
    {
      key: "object",
      label: t(auditTexts.object),
      any: t(auditTexts.anyObject),
      options: [...objects.values()].map((one) => ({ value: one.name, label: of(one.label) })),
    },
    { key: "kind", label: t(auditTexts.kind), any: t(auditTexts.anyKind), options: words.kinds },
    { key: "road", label: t(auditTexts.road), any: t(auditTexts.anyRoad), options: words.roads },
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
      <div className="row-wrap">
        <AuditFilter person="actor" filter={filter} choices={choices} onChange={setFilter} />
        <Checkbox
          checked={filter.notifications === "1"}
          onChange={({ target }) => setFilter({ ...filter, notifications: target.checked ? "1" : undefined })}
        >
          {t(auditTexts.withNotifications)}
        </Checkbox>
        {mayDo(me, "record.export") && <ExportChanges filter={filter} />}
      </div>
      <Loaded query={log}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Empty icon="history" title={t(auditTexts.none)} />
          ) : (
            <div className="stack">
              <DataTable
                label={t(auditTexts.changes)}
                columns={columns}
                rows={rows}
                rowKey={(row) => String(row.seq)}
              />
              {log.hasNextPage && (
                <Ghost onClick={() => void log.fetchNextPage()}>{t(auditTexts.more)}</Ghost>
              )}
            </div>
          );
        }}
      </Loaded>
      <Modal
        open={open !== null}
        title={t(auditTexts.details)}
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
