import { App, Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useObjects } from "../../../ui/data/objects.ts";
import type { Query } from "../../../ui/data/request.ts";
import { mayDo, useMe } from "../../../ui/data/session.ts";
import { recordPath } from "../../../ui/field/LinkCell.tsx";
import { DataTable, type DataColumn } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { Empty } from "../../../ui/kit/States.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import type { AuditChange } from "../shared/wire.ts";
import { auditTexts } from "./audit.messages.ts";
import { AuditFilter } from "./AuditFilter.tsx";
import { download, useAuditChanges } from "./audit-data.ts";
import { ChangeDetail } from "./ChangeDetail.tsx";
import { useChangeWords } from "./change-words.ts";

/** What was changed, by whom, when, on which road. */
export function ChangeList({ sealed }: { readonly sealed: number }) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const objects = useObjects();
  const me = useMe();
  const words = useChangeWords();
  const [filter, setFilter] = useState<Query>({});
  const [open, setOpen] = useState<AuditChange | null>(null);
  const log = useAuditChanges(filter);
  const choices = [
    {
      key: "object",
      label: t(auditTexts.object),
      any: t(auditTexts.anyObject),
      options: [...objects.values()].map((one) => ({ value: one.name, label: of(one.label) })),
    },
    { key: "kind", label: t(auditTexts.kind), any: t(auditTexts.anyKind), options: words.kinds },
    { key: "road", label: t(auditTexts.road), any: t(auditTexts.anyRoad), options: words.roads },
  ];
  const given = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
  const save = () =>
    void download("/audit/export", "changes.csv", { method: "POST", body: given }).catch((error: unknown) =>
      message.error(wordsOf(error, t(recordTexts.keptOffline)), 8),
    );
  const columns = useColumns(sealed, setOpen);
  return (
    <>
      <div className="row-wrap">
        <AuditFilter person="actor" filter={filter} choices={choices} onChange={setFilter} />
        <Checkbox
          checked={filter["notifications"] === "1"}
          onChange={({ target }) => setFilter({ ...filter, notifications: target.checked ? "1" : undefined })}
        >
          {t(auditTexts.withNotifications)}
        </Checkbox>
        {mayDo(me, "record.export") && (
          <Button icon={<Icon name="download" />} onClick={save}>
            {t(auditTexts.export)}
          </Button>
        )}
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

function useColumns(sealed: number, open: (change: AuditChange) => void): readonly DataColumn<AuditChange>[] {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const words = useChangeWords();
  const mark = (row: AuditChange) => (
    <Icon
      name={row.seq <= sealed ? "lock" : "clock"}
      label={t(row.seq <= sealed ? auditTexts.sealed : auditTexts.unsealed)}
    />
  );
  const entry = (row: AuditChange) => (
    <button type="button" className="audit-entry" onClick={() => open(row)}>
      {narrow ? `${words.actor(row)} · ${words.kind(row.kind)} · ${words.object(row)}` : words.fields(row)}
      {narrow && <div className="audit-more">{words.fields(row)}</div>}
    </button>
  );
  const what: DataColumn<AuditChange> = { key: "what", title: t(auditTexts.what), render: entry };
  const time: DataColumn<AuditChange> = {
    key: "at",
    title: t(auditTexts.time),
    width: narrow ? 96 : 150,
    render: (row) => <span className="num">{timeText(row.at)}</span>,
  };
  return narrow
    ? [time, what]
    : [
        time,
        { key: "who", title: t(auditTexts.person), render: words.actor },
        {
          key: "kind",
          title: t(auditTexts.kind),
          render: (row) => <span className="audit-nowrap">{words.kind(row.kind)}</span>,
        },
        {
          key: "object",
          title: t(auditTexts.object),
          render: (row) => <span className="audit-nowrap">{words.object(row)}</span>,
        },
        {
          key: "record",
          title: t(auditTexts.record),
          render: (row) =>
            row.hidden ? (
              t(auditTexts.hiddenRecord)
            ) : (
              <Link to={recordPath(row.about?.object ?? row.object, row.about?.id ?? row.record)}>
                {row.title || row.record.slice(-8)}
              </Link>
            ),
        },
        what,
        {
          key: "road",
          title: t(auditTexts.road),
          render: (row) => <span className="audit-nowrap">{words.road(row.road)}</span>,
        },
        { key: "sealed", title: "", width: 32, render: mark },
      ];
}
