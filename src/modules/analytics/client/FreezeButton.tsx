import { App, Input, Modal, Select } from "antd";
import { useState } from "react";
import { request } from "../../../ui/data/request.ts";
import { useIsViewing } from "../../../ui/data/session.ts";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { todayText } from "../../../ui/kit/time-text.ts";
import type { BaselineMetric } from "../shared/baseline.contract.ts";
import { baselineTexts } from "./baseline.messages.ts";

export interface FreezeButtonProps {
  readonly metrics: readonly BaselineMetric[];
  /** The question as it is asked on the page. */
  readonly body: object;
}
/** Keeps the figures that are shown. */
export function FreezeButton({ metrics, body }: FreezeButtonProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  if (useIsViewing()) return null;
  return (
    <>
      <Ghost icon="pin" className="insight-print" onClick={() => setOpen(true)}>
        {t(baselineTexts.freeze)}
      </Ghost>
      {open && <FreezeDialog metrics={metrics} body={body} onClose={() => setOpen(false)} />}
    </>
  );
}

function FreezeDialog({ metrics, body, onClose }: FreezeButtonProps & { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [metric, setMetric] = useState<BaselineMetric>(metrics[0] ?? "funnel");
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const name = typed ?? `${t(baselineTexts[metric])} ${todayText()}`;
  const freeze = async () => {
    setBusy(true);
    try {
      await request("/insight/baselines", { method: "POST", body: { name: name.trim(), metric, body } });
      void message.success(t(baselineTexts.frozenNow, { name }));
      onClose();
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 6);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t(baselineTexts.freeze)}
      okText={t(baselineTexts.freeze)}
      okButtonProps={{ disabled: name.trim() === "", loading: busy }}
      onOk={() => void freeze()}
      onCancel={onClose}
    >
      <p className="note">{t(baselineTexts.freezeHint)}</p>
      <div className="baseline-form">
        {metrics.length > 1 && (
          <label>
            {t(baselineTexts.metric)}
            <Select
              value={metric}
              options={metrics.map((one) => ({ value: one, label: t(baselineTexts[one]) }))}
              onChange={setMetric}
            />
          </label>
        )}
        <label>
          {t(baselineTexts.name)}
          <Input value={name} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
        </label>
      </div>
      <p className="note">{t(baselineTexts.own)}</p>
    </Modal>
  );
}
