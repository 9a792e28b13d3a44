import { Checkbox, Modal, Radio } from "antd";
import { useState } from "react";
import { exportFile } from "../../../shared/wire/exports.contract.ts";
import type { ListActionProps } from "../../../ui/client-module.ts";
import { type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import { requestBlob } from "../../../ui/data/request.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { saveFile } from "../../../ui/kit/save-file.ts";
import { todayText } from "../../../ui/kit/time-text.ts";
import { useBusy } from "../../../ui/kit/use-busy.ts";
import { lineLists } from "../shared/line-columns.ts";
import { ExportAllowance } from "./ExportAllowance.tsx";
import { type Scope, ScopeChoice } from "./ScopeChoice.tsx";
import { ImportProblem } from "./ImportProblem.tsx";
import { texts } from "./importing.messages.ts";
import "./importing.css";

/** Which fields go into the file, in the words of the API. */
function fieldsOf(scope: Scope, object: ObjectInfo, columns: readonly string[]) {
  if (scope === "shown") return { fields: columns.filter((name) => object.byName[name]) };
  return scope === "moving" ? { history: true } : {};
}

/** The list as shown, as a file. */
export function ExportDialog({ object, filter, columns, onClose }: ListActionProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [format, setFormat] = useState<"csv" | "xlsx">("xlsx");
  const [scope, setScope] = useState<Scope>("all");
  const [lines, setLines] = useState(false);
  const hasLines = lineLists(object, (name) => objects.get(name)).length > 0;
  const { busy, run } = useBusy();
  const [error, setError] = useState<unknown>(null);
  const take = async () => {
    const body = {
      object: object.name,
      format,
      ...(filter ? { filter } : {}),
      ...fieldsOf(scope, object, columns),
      ...(lines && hasLines ? { lines } : {}),
    };
    const { blob, marked } = await requestBlob(exportFile.path, { method: exportFile.method, body });
    saveFile(blob, marked ?? `${of(object.plural, object.name)}-${todayText()}.${format}`);
  };
  const start = () => {
    setError(null);
    void run(() => take().then(onClose, setError));
  };
  return (
    <Modal
      open
      title={t(texts.exportTitle, { object: of(object.plural, object.name) })}
      okText={busy ? t(texts.exporting) : t(texts.export)}
      confirmLoading={busy}
      onOk={start}
      onCancel={onClose}
    >
      <div className="export-form">
        <ImportProblem error={error} />
        <p className="note">{t(texts.exportDetail)}</p>
        <ExportAllowance />
        <Radio.Group
          aria-label={t(texts.exportFormat)}
          value={format}
          onChange={(event) => setFormat(event.target.value === "csv" ? "csv" : "xlsx")}
          options={[
            { value: "xlsx", label: t(texts.xlsx) },
            { value: "csv", label: t(texts.csv) },
          ]}
        />
        <ScopeChoice value={scope} onChange={setScope} />
        {hasLines && (
          <Checkbox checked={lines} onChange={(event) => setLines(event.target.checked)}>
            {t(texts.exportLines)}
          </Checkbox>
        )}
        {scope === "moving" && <p className="note">{t(texts.exportMovingDetail)}</p>}
      </div>
    </Modal>
  );
}
