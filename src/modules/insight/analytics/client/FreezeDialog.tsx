import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { BASELINE_METRICS, type BaselineMetric, freezeBaseline } from "../shared/baseline.contract.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import { baselineMessages } from "./baseline.messages.ts";
import type { FreezeButtonProps, FreezeQuestion } from "./FreezeButton.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FreezeDialog.module.css";

/** Which figures are kept, and under which name. */
export function FreezeDialog({ questions, onClose }: FreezeButtonProps & { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState(questions[0]?.metric ?? "funnel");
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, save } = useSave();
  const asked = questions.find(({ metric }) => metric === chosen);
  const name = typed ?? `${asked ? t(wordsOf(asked)) : ""} ${todayText()}`;
  const freeze = async () => {
    if (!asked) return;
    const { label: _label, ...question } = asked;
    await save(() => call(freezeBaseline, { body: { ...question, name: name.trim() } }), {
      told: t(baselineMessages.frozenNow, { name }),
      onDone: onClose,
    });
  };
  return (
    <Modal
      open
      title={t(baselineMessages.freeze)}
      okText={t(baselineMessages.freeze)}
      okButtonProps={{ disabled: name.trim() === "", loading: busy }}
      onOk={() => void freeze()}
      onCancel={onClose}
    >
      <p className={base.note}>{t(baselineMessages.freezeHint)}</p>
      <div className={styles.baselineForm}>
        {questions.length > 1 && (
          <label>
            {t(baselineMessages.metric)}
            <Select
              value={chosen}
              options={questions.map((one) => ({ value: one.metric, label: t(wordsOf(one)) }))}
              onChange={setChosen}
            />
          </label>
        )}
        <label>
          {t(baselineMessages.name)}
          <Input autoFocus value={name} maxLength={100} onChange={(event) => setTyped(event.target.value)} />
        </label>
      </div>
      <p className={base.note}>{t(baselineMessages.own)}</p>
    </Modal>
  );
}

const isOwn = (metric: string): metric is BaselineMetric => BASELINE_METRICS.some((one) => one === metric);
const wordsOf = ({ metric, label }: FreezeQuestion): Label =>
  label ?? baselineMessages[isOwn(metric) ? metric : "added"];
