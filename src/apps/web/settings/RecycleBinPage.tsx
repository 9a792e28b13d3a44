import { Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../../ui/data/new-id.ts";
import { useTitle } from "../../../ui/data/lookups.ts";
import { hasRight, type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import { useRecordList, useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { idOf, textValue, titleAt } from "../../../ui/data/values.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { Empty } from "../../../ui/kit/States.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import { useIsNarrow } from "../../../ui/kit/use-is-narrow.ts";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { binTexts } from "./bin.messages.ts";
import { entryTexts } from "./entries.messages.ts";
import { Section } from "./Section.tsx";
import { useTell } from "./use-tell.ts";

/** What was deleted and may come back, object by object. */
export function RecycleBinPage() {
  const { t, of } = useLanguage();
  const offered = [...useObjects().values()].filter(
    (object) => (object.area || object.custom) && !object.ledger && hasRight(object, "delete"),
  );
  const [chosen, choose] = useState("opportunity");
  const object = offered.find((one) => one.name === chosen) ?? offered[0];
  const choice = object && (
    <Select
      className="bin-choice"
      value={object.name}
      aria-label={t(binTexts.object)}
      options={offered.map((one) => ({ value: one.name, label: of(one.label) }))}
      onChange={choose}
    />
  );
  return (
    <Section title={t(entryTexts.bin)} lead={t(binTexts.lead)} action={choice}>
      {object ? <Bin key={object.name} object={object} /> : <Empty icon="trash" title={t(binTexts.none)} />}
    </Section>
  );
}

function Bin({ object }: { readonly object: ObjectInfo }) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const narrow = useIsNarrow();
  const list = useRecordList(object.name, { deleted: true, sort: "-updated_at", limit: 50 });
  const restore = (record: Values) =>
    request(`/records/${object.name}/${idOf(record)}/restore`, { method: "POST", key: newId() }).then(() => {
      refresh(object.name);
      tell.done(t(binTexts.restored, { title: textValue(record[object.title]) }));
    }, tell.failed);
  const columns = [
    {
      key: "title",
      title: of(object.label),
      render: (row: Values) => textValue(row[object.title]) || t(recordTexts.empty),
    },
    ...(narrow
      ? []
      : [{ key: "owner", title: t(binTexts.owner), render: (row: Values) => titleAt(row, "owner") }]),
    {
      key: "by",
      title: t(binTexts.by),
      render: (row: Values) => <PersonName id={textValue(row["deleted_by"])} />,
    },
    {
      key: "at",
      title: t(binTexts.at),
      render: (row: Values) => <span className="num">{timeText(textValue(row["deleted_at"]))}</span>,
    },
    {
      key: "restore",
      title: "",
      align: "right" as const,
      render: (row: Values) => (
        <Ghost
          icon="history"
          disabled={object.isLocked === true}
          aria-label={t(binTexts.restore)}
          onClick={() => void restore(row)}
        >
          {narrow ? undefined : t(binTexts.restore)}
        </Ghost>
      ),
    },
  ];
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.data);
        return rows.length === 0 ? (
          <Empty icon="trash" title={t(binTexts.none)} />
        ) : (
          <div className="stack">
            <DataTable<Values> label={t(entryTexts.bin)} columns={columns} rows={rows} rowKey={idOf} />
            {list.hasNextPage && (
              <Ghost onClick={() => void list.fetchNextPage()}>{t(recordTexts.loadMore)}</Ghost>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

const PersonName = ({ id }: { readonly id: string }) => useTitle("user", id || null, "");
