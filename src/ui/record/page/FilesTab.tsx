import { App, Button } from "antd";
import { useRef, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { fileUrl, uploadFile } from "../../data/files.ts";
import { newId } from "../../data/new-id.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useRecords, useRefresh } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { fieldTexts } from "../../field/field.messages.ts";
import { DataTable } from "../../kit/DataTable.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

/** `2.4 MB` */
function sizeText(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
}

export function FilesTab({ object, record, readOnly }: { readonly object: ObjectInfo; readonly record: Values; readonly readOnly: boolean }) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const file = useObjects().get("file");
  const refresh = useRefresh();
  const picker = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState<string | null>(null);
  const id = idOf(record);
  const answer = useRecords("file", { filter: `regarding == ${JSON.stringify(id)}`, sort: "-created_at", limit: 100 });
  const upload = async (files: readonly File[]) => {
    for (const one of files) {
      setUnder(one.name);
      try {
        await uploadFile(one, newId(), { regarding_object: object.name, regarding_id: id });
      } catch (error) {
        void message.error(t(fieldTexts.uploadFailed, { name: one.name, reason: wordsOf(error, t(recordTexts.keptOffline)) }), 8);
      }
    }
    setUnder(null);
    refresh("file");
  };
  const rows = answer.data?.data ?? [];
  const columns = ["document_type", "owner", "created_at"].flatMap((name) => file?.byName[name] ?? []);
  return (
    <div className="related">
      {!readOnly && file && can(file, "create") && (
        <div className="line related-bar">
          <input ref={picker} type="file" hidden multiple onChange={(event) => void upload([...(event.target.files ?? [])])} />
          <Button icon={<Icon name="upload" />} loading={under !== null} onClick={() => picker.current?.click()}>
            {under ? t(fieldTexts.uploading, { name: under }) : t(fieldTexts.upload)}
          </Button>
        </div>
      )}
      {answer.isPending ? (
        <Skeleton rows={3} />
      ) : answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} small />
      ) : rows.length === 0 ? (
        <Empty small icon="paper-clip" title={t(recordTexts.noFiles)} detail={t(recordTexts.noFilesDetail)} />
      ) : (
        <DataTable
          label={t(recordTexts.attachments)}
          rows={rows}
          rowKey={idOf}
          columns={[
            {
              key: "name",
              title: of(file?.byName["name"]?.label),
              render: (row) => (
                <a href={fileUrl(idOf(row))} target="_blank" rel="noopener">
                  {textValue(row["name"])}
                </a>
              ),
            },
            {
              key: "size",
              title: of(file?.byName["size"]?.label),
              align: "right",
              render: (row) => <span className="num">{sizeText(Number(textValue(row["size"]) || 0))}</span>,
            },
            ...columns.map((field) => ({
              key: field.name,
              title: of(field.label),
              render: (row: Values) => <FieldCell object="file" field={field} record={row} value={row[field.name]} />,
            })),
          ]}
        />
      )}
    </div>
  );
}
