import { Modal, Select } from "antd";
import { useState } from "react";
import type { usePipelines } from "../../../../ui/data/pipelines.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ChangePipelineProps, Target } from "./ChangePipeline.tsx";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./ChooseStage.module.css";

interface ChooseStageProps extends ChangePipelineProps {
  readonly pipelines: ReturnType<typeof usePipelines>;
  readonly onChosen: (target: Target) => void;
  readonly onCancel: () => void;
}
/** Asks for the pipeline and the stage in it, with what still shuts each. */
export function ChooseStage({ object, record, pipelines, onChosen, onCancel }: ChooseStageProps) {
  const { t, of } = useLanguage();
  const [pipeline, setPipeline] = useState(pipelines[0]?.id ?? "");
  const [stage, setStage] = useState<string | null>(null);
  const { data: gates, isFetching } = useTransitions(object.name, idOf(record), pipeline !== "", pipeline);
  const to = stage ?? gates?.[0]?.to;
  return (
    <Modal
      open
      title={t(gateScreenMessages.changePipeline)}
      okText={t(gateScreenMessages.goOn)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ disabled: to === undefined }}
      onOk={() => to !== undefined && onChosen({ pipeline, to })}
      onCancel={onCancel}
    >
      <div className={styles.changePipeline}>
        <label>
          <span>{t(gateScreenMessages.pipeline)}</span>
          <Select
            value={pipeline}
            aria-label={t(gateScreenMessages.pipeline)}
            options={pipelines.map((one) => ({ value: one.id, label: of(one.label, one.name) }))}
            onChange={(id) => {
              setPipeline(id);
              setStage(null);
            }}
          />
        </label>
        <label>
          <span>{t(gateScreenMessages.stage)}</span>
          <Select
            value={to ?? null}
            loading={isFetching}
            aria-label={t(gateScreenMessages.stage)}
            options={(gates ?? []).map((gate) => ({
              value: gate.to,
              label:
                gate.unmet.length > 0
                  ? `${of(gate.label, gate.to)} · ${t(gateScreenMessages.gateShut, { count: gate.unmet.length })}`
                  : of(gate.label, gate.to),
            }))}
            onChange={setStage}
          />
        </label>
      </div>
    </Modal>
  );
}
