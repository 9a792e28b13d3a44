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
import { type DataColumn, DataTable } from "../../kit/DataTable.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Loaded } from "../../kit/Loaded.tsx";
import { Empty } from "../../kit/States.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

/** `2.4 MB` */
function sizeText(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
}

export function FilesTab({
  object,
  record,
  readOnly,
}: {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly readOnly: boolean;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const file = useObjects().get("file");
  const refresh = useRefresh();
  const picker = useRef<HTMLInputElement>(null);
  const [under, setUnder] = useState<string | null>(null);
  const id = idOf(record);
  const answer = useRecords("file", {
    filter: `regarding == ${JSON.stringify(id)}`,
    sort: "-created_at",
    limit: 100,
  });
  const upload = async (files: readonly File[]) => {
    for (const one of files) {
      setUnder(one.name);
      try {
        await uploadFile(one, newId(), { regarding_object: object.name, regarding_id: id });
      } catch (error) {
        void message.error(
          t(fieldTexts.uploadFailed, { name: one.name, reason: wordsOf(error, t(recordTexts.keptOffline)) }),
          8,
        );
      }
    }
    setUnder(null);
    refresh("file");
  };
  return (
    <div className="related">
      {!readOnly && file && can(file, "create") && (
        <div className="line related-bar">
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            onChange={(event) => void upload([...(event.target.files ?? [])])}
          />
          <Button
            icon={<Icon name="upload" />}
            loading={under !== null}
            onClick={() => picker.current?.click()}
          >
            {under ? t(fieldTexts.uploading, { name: under }) : t(fieldTexts.upload)}
          </Button>
        </div>
      )}
      <Loaded query={answer} small rows={3}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              small
              icon="paper-clip"
              title={t(recordTexts.noFiles)}
              detail={t(recordTexts.noFilesDetail)}
            />
          ) : (
            file && <FileTable object={file} files={data} />
          )
        }
      </Loaded>
    </div>
  );
}

function FileTable({ object, files }: { readonly object: ObjectInfo; readonly files: readonly Values[] }) {
  const { t, of } = useLanguage();
  const fields = ["document_type", "owner", "created_at"].flatMap((name) => object.byName[name] ?? []);
  const name = (row: Values) => (
    <a href={fileUrl(idOf(row))} target="_blank" rel="noopener">
      {textValue(row["name"])}
    </a>
  );
  const columns: readonly DataColumn<Values>[] = [
    { key: "name", title: of(object.byName["name"]?.label), render: name },
    {
      key: "size",
      title: of(object.byName["size"]?.label),
      align: "right",
      render: (row) => <span className="num">{sizeText(Number(textValue(row["size"])) || 0)}</span>,
    },
    ...fields.map((field) => ({
      key: field.name,
      title: of(field.label),
      render: (row: Values) => <FieldCell object="file" field={field} record={row} value={row[field.name]} />,
    })),
  ];
  return <DataTable label={t(recordTexts.attachments)} rows={files} rowKey={idOf} columns={columns} />;
}
