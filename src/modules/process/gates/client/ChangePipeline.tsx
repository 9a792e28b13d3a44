import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isEditable, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { usePipelines } from "../../../../ui/data/pipelines.ts";
import { linkId } from "../../../../ui/data/values.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { gateScreenMessages } from "./gate.messages.ts";

const ChooseStage = lazily(() => import("./ChooseStage.tsx").then((module) => module.ChooseStage));
const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

export interface ChangePipelineProps {
  readonly object: ObjectInfo;
  readonly record: Values;
}
export interface Target {
  readonly pipeline: string;
  readonly to: string;
}

/**
 * The way into another pipeline: which one and which stage, then the gate of that move. Nothing where there
 * is no other one, or one may not.
 */
export function ChangePipeline({ object, record }: ChangePipelineProps) {
  const { t } = useLanguage();
  const own = linkId(partOf(staged, record).pipeline);
  const others = usePipelines(object.name).filter(({ id, retired }) => id !== own && retired !== true);
  const [choosing, setChoosing] = useState(false);
  const [target, setTarget] = useState<Target | null>(null);
  const field = object.byName["pipeline"];
  if (others.length === 0 || !field || !isEditable(object, field)) return null;
  return (
    <>
      <QuietButton
        icon="transfer"
        title={t(gateScreenMessages.changePipeline)}
        aria-label={t(gateScreenMessages.changePipeline)}
        onClick={() => setChoosing(true)}
      />
      {choosing && (
        <Suspense>
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
        </Suspense>
      )}
      {target && (
        <Suspense>
          <GateDialog
            object={object}
            record={record}
            to={target.to}
            pipeline={target.pipeline}
            confirm
            onDone={() => setTarget(null)}
          />
        </Suspense>
      )}
    </>
  );
}
