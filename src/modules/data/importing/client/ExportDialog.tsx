import { Checkbox, Modal, Radio } from "antd";
import { useState } from "react";
import { exportFile, exportLater } from "../../../../shared/wire/exports.contract.ts";
import type { ListActionProps } from "../../../../ui/slots/list-actions.ts";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { requestBlob } from "../../../../ui/data/request.ts";
import { useAppTools } from "../../../../ui/kit/app-tools.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { saveFile } from "../../../../ui/kit/save-file.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { lineLists } from "../shared/line-columns.ts";
import { ExportAllowance } from "./ExportAllowance.tsx";
import { type Scope, ScopeChoice } from "./ScopeChoice.tsx";
import { ImportProblem } from "./ImportProblem.tsx";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./ExportDialog.module.css";

/** Which fields go into the file, in the words of the API. */
function fieldsOf(scope: Scope, object: ObjectInfo, columns: readonly string[]) {
  if (scope === "shown") return { fields: columns.filter((name) => object.byName[name]) };
  return scope === "moving" ? { history: true } : {};
}

/** The list as shown, as a file. */
export function ExportDialog({ object, filter, columns, onClose }: ListActionProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [format, setFormat] = useState<Format>("xlsx");
  const [scope, setScope] = useState<Scope>("all");
  const [lines, setLines] = useState(false);
  const [later, setLater] = useState(false);
  const { withMessage } = useAppTools();
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
    if (later) {
      await call(exportLater, { body });
      withMessage((message) => void message.success(t(importScreenMessages.exportStarted)));
      return;
    }
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
      title={t(importScreenMessages.exportTitle, { object: of(object.plural, object.name) })}
      okText={busy ? t(importScreenMessages.exporting) : t(importScreenMessages.export)}
      confirmLoading={busy}
      onOk={start}
      onCancel={onClose}
    >
      <div className={styles.exportForm}>
        <ImportProblem error={error} />
        <p className={base.note}>{t(importScreenMessages.exportDetail)}</p>
        <ExportAllowance />
        <FormatChoice value={format} onChange={setFormat} />
        <ScopeChoice value={scope} onChange={setScope} />
        {hasLines && (
          <Checkbox checked={lines} onChange={(event) => setLines(event.target.checked)}>
            {t(importScreenMessages.exportLines)}
          </Checkbox>
        )}
        <Checkbox checked={later} onChange={(event) => setLater(event.target.checked)}>
          {t(importScreenMessages.exportLater)}
        </Checkbox>
        {scope === "moving" && <p className={base.note}>{t(importScreenMessages.exportMovingDetail)}</p>}
      </div>
    </Modal>
  );
}

type Format = "csv" | "xlsx";
interface FormatChoiceProps {
  readonly value: Format;
  readonly onChange: (format: Format) => void;
}
function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const { t } = useLanguage();
  return (
    <Radio.Group
      aria-label={t(importScreenMessages.exportFormat)}
      value={value}
      onChange={(event) => onChange(event.target.value === "csv" ? "csv" : "xlsx")}
      options={[
        { value: "xlsx", label: t(importScreenMessages.xlsx) },
        { value: "csv", label: t(importScreenMessages.csv) },
      ]}
    />
  );
}
