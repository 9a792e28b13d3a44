import { Modal, Select } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isEditable, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { usePipelines } from "../../../../ui/data/pipelines.ts";
import { idOf, linkId } from "../../../../ui/data/values.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import * as styles from "./ChangePipeline.module.css";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

interface ChangePipelineProps {
  readonly object: ObjectInfo;
  readonly record: Values;
}
interface Target {
  readonly pipeline: string;
  readonly to: string;
}

/**
 * The way into another pipeline: which one and which stage, then the gate of that move. Nothing where there
 * is no other one, or one may not.
 */
export function ChangePipeline({ object, record }: ChangePipelineProps) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const own = linkId(partOf(staged, record).pipeline);
  const others = usePipelines(object.name).filter(({ id, retired }) => id !== own && retired !== true);
  const [choosing, setChoosing] = useState(false);
  const [target, setTarget] = useState<Target | null>(null);
  const field = object.byName["pipeline"];
  if (others.length === 0 || !field || !isEditable(object, field)) return null;
  const done = (outcome: "moved" | "waiting" | "cancelled") => {
    const stage = others
      .find(({ id }) => id === target?.pipeline)
      ?.stages.find(({ name }) => name === target?.to);
    setTarget(null);
    if (outcome === "moved" && stage && stage.type !== "won")
      tell.done(t(gateScreenMessages.moved, { stage: of(stage.label, stage.name) }));
  };
  return (
    <>
      <QuietButton
        icon="transfer"
        title={t(gateScreenMessages.changePipeline)}
        aria-label={t(gateScreenMessages.changePipeline)}
        onClick={() => setChoosing(true)}
      />
      {choosing && (
        <ChooseStage
          object={object}
          record={record}
          pipelines={others}
          onChosen={(chosen) => {
            setChoosing(false);
            setTarget(chosen);
          }}
          onCancel={() => setChoosing(false)}
        />
      )}
      {target && (
        <Suspense>
          <GateDialog
            object={object}
            record={record}
            to={target.to}
            pipeline={target.pipeline}
            confirm
            onDone={done}
          />
        </Suspense>
      )}
    </>
  );
}

interface ChooseStageProps extends ChangePipelineProps {
  readonly pipelines: ReturnType<typeof usePipelines>;
  readonly onChosen: (target: Target) => void;
  readonly onCancel: () => void;
}
function ChooseStage({ object, record, pipelines, onChosen, onCancel }: ChooseStageProps) {
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
