import type { Values } from "../../../shared/metadata/object.ts";
import { file } from "../../../objects/system/file/file.object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { fileUrl } from "../../data/files.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { type DataColumn, DataTable } from "../../kit/DataTable.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";

/** `2.4 MB` */
function sizeText(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`;
}

/** The files of a record, each under its name as a link. */
export function FileTable({
  object,
  files,
}: {
  readonly object: ObjectInfo;
  readonly files: readonly Values[];
}) {
  const { t, of } = useLanguage();
  const fields = ["document_type", "owner", "created_at"].flatMap((name) => object.byName[name] ?? []);
  const name = (row: Values) => (
    <a href={fileUrl(idOf(row))} target="_blank" rel="noopener">
      {textValue(partOf(file, row).name)}
    </a>
  );
  const columns: readonly DataColumn<Values>[] = [
    { key: "name", title: of(object.byName["name"]?.label), render: name },
    {
      key: "size",
      title: of(object.byName["size"]?.label),
      align: "right",
      render: (row) => (
        <span className={base.num}>{sizeText(Number(textValue(partOf(file, row).size)) || 0)}</span>
      ),
    },
    ...fields.map((field) => ({
      key: field.name,
      title: of(field.label),
      render: (row: Values) => (
        <FieldCell object={file.name} field={field} record={row} value={row[field.name]} />
      ),
    })),
  ];
  return (
    <DataTable label={t(recordScreenMessages.attachments)} rows={files} rowKey={idOf} columns={columns} />
  );
}
