import { useMutation } from "@tanstack/react-query";
import { Modal, Radio } from "antd";
import { useState } from "react";
import type { ListActionProps } from "../../../ui/client-module.ts";
import { requestBlob } from "../../../ui/data/request.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { todayText } from "../../../ui/kit/time-text.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { texts } from "./importing.messages.ts";
import "./importing.css";

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The list as shown, as a file. */
export function ExportDialog({ object, filter, columns, onClose }: ListActionProps) {
  const { t, of } = useLanguage();
  const [format, setFormat] = useState<"csv" | "xlsx">("xlsx");
  const [scope, setScope] = useState<"shown" | "all">("all");
  const run = useMutation({
    mutationFn: async () => {
      const fields = scope === "shown" ? { fields: columns.filter((name) => object.byName[name]) } : {};
      const body = { object: object.name, format, ...(filter ? { filter } : {}), ...fields };
      saveAs(await requestBlob("/exports", { method: "POST", body }), `${of(object.plural, object.name)}-${todayText()}.${format}`);
    },
    onSuccess: onClose,
  });
  return (
    <Modal
      open
      title={t(texts.exportTitle, { object: of(object.plural, object.name) })}
      okText={run.isPending ? t(texts.exporting) : t(texts.export)}
      confirmLoading={run.isPending}
      onOk={() => run.mutate()}
      onCancel={onClose}
    >
      <div className="export-form">
        <ImportProblem error={run.error} />
        <p className="note">{t(texts.exportDetail)}</p>
        <Radio.Group
          aria-label={t(texts.exportFormat)}
          value={format}
          onChange={(event) => setFormat(event.target.value === "csv" ? "csv" : "xlsx")}
          options={[
            { value: "xlsx", label: t(texts.xlsx) },
            { value: "csv", label: t(texts.csv) },
          ]}
        />
        <Radio.Group
          aria-label={t(texts.exportFields)}
          value={scope}
          onChange={(event) => setScope(event.target.value === "shown" ? "shown" : "all")}
          options={[
            { value: "all", label: t(texts.exportAll) },
            { value: "shown", label: t(texts.exportShown) },
          ]}
        />
      </div>
    </Modal>
  );
}
