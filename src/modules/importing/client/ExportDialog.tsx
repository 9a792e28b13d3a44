import { useMutation, useQuery } from "@tanstack/react-query";
import { Checkbox, Modal, Radio } from "antd";
import { useRef, useState } from "react";
import type { ListActionProps } from "../../../ui/client-module.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { request, requestBlob } from "../../../ui/data/request.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { todayText } from "../../../ui/kit/time-text.ts";
import { lineLists } from "../shared/line-columns.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { saveAs } from "./save-file.ts";
import { texts } from "./importing.messages.ts";
import "./importing.css";

const SCOPES = ["all", "shown", "moving"] as const;
type Scope = (typeof SCOPES)[number];

/** The list as shown, as a file. */
export function ExportDialog({ object, filter, columns, onClose }: ListActionProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [format, setFormat] = useState<"csv" | "xlsx">("xlsx");
  const [scope, setScope] = useState<Scope>("all");
  const [lines, setLines] = useState(false);
  const hasLines = lineLists(object, (name) => objects.get(name)).length > 0;
  const { run, start } = useOnce(async () => {
    const fields =
      scope === "shown"
        ? { fields: columns.filter((name) => object.byName[name]) }
        : scope === "moving"
          ? { history: true }
          : {};
    const body = {
      object: object.name,
      format,
      ...(filter ? { filter } : {}),
      ...fields,
      ...(lines && hasLines ? { lines } : {}),
    };
    const { blob, marked } = await requestBlob("/exports", { method: "POST", body });
    saveAs(blob, marked ?? `${of(object.plural, object.name)}-${todayText()}.${format}`);
  }, onClose);
  return (
    <Modal
      open
      title={t(texts.exportTitle, { object: of(object.plural, object.name) })}
      okText={run.isPending ? t(texts.exporting) : t(texts.export)}
      confirmLoading={run.isPending}
      onOk={start}
      onCancel={onClose}
    >
      <div className="export-form">
        <ImportProblem error={run.error} />
        <p className="note">{t(texts.exportDetail)}</p>
        <Allowance />
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
          onChange={(event) => setScope(SCOPES.find((one) => one === event.target.value) ?? "all")}
          options={[
            { value: "all", label: t(texts.exportAll) },
            { value: "shown", label: t(texts.exportShown) },
            { value: "moving", label: t(texts.exportMoving) },
          ]}
        />
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

/** A double click asks twice before the button is shown as busy: the second is passed over. */
function useOnce(work: () => Promise<void>, onDone: () => void) {
  const isStarted = useRef(false);
  const run = useMutation({
    mutationFn: work,
    onSuccess: onDone,
    onError: () => void (isStarted.current = false),
  });
  const start = (): void => {
    if (isStarted.current) return;
    isStarted.current = true;
    run.mutate();
  };
  return { run, start };
}

/** What limits leave, where there are any. */
function Allowance() {
  const { t } = useLanguage();
  const { data } = useQuery({
    queryKey: ["exports", "allowance"],
    queryFn: async () =>
      (
        await request<{ data: { readonly rows: number | null; readonly left: number | null } }>(
          "/exports/allowance",
        )
      ).data,
  });
  const parts = [
    ...(typeof data?.rows === "number" ? [t(texts.rowsOfOne, { limit: data.rows.toLocaleString() })] : []),
    ...(typeof data?.left === "number" ? [t(texts.leftToday, { left: data.left.toLocaleString() })] : []),
  ];
  return parts.length === 0 ? null : <p className="note">{parts.join(" · ")}</p>;
}
