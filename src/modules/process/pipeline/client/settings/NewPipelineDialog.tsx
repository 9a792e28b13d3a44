import { Input, Modal, Select } from "antd";
import { useState } from "react";
import type { LabelMap } from "../../../../../shared/i18n/label.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useStageObjects } from "./choices.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { useNewPipeline } from "./use-new-pipeline.ts";
import * as base from "../../../../../ui/kit/base.module.css";

/** A new pipeline starts with three stages and goes on in its editor. */
export function NewPipelineDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const { create, error, busy } = useNewPipeline();
  const objects = useStageObjects();
  const [object, setObject] = useState(objects[0]?.name ?? "");
  const [name, setName] = useState("");
  const [map, setMap] = useState<LabelMap>({});
  const isReady =
    object !== "" &&
    /^[a-z][a-z0-9_]{0,59}$/.test(name) &&
    Boolean(map["zh-CN"]?.trim()) &&
    Boolean(map["en"]?.trim());
  return (
    <Modal
      open
      title={t(pipelineSettingsMessages.newPipeline)}
      okText={t(kitMessages.save)}
      cancelText={t(kitMessages.cancel)}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      onOk={() => void create(object, name, map)}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <Labelled label={t(pipelineSettingsMessages.object)}>
          {({ id }) => (
            <Select
              id={id}
              value={object}
              onChange={setObject}
              options={objects.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
            />
          )}
        </Labelled>
        <Labelled label={`${t(pipelineSettingsMessages.labelZh)} / ${t(pipelineSettingsMessages.labelEn)}`}>
          {() => <LabelPair name={t(pipelineSettingsMessages.pipelines)} value={map} onChange={setMap} />}
        </Labelled>
        <Labelled
          label={t(pipelineSettingsMessages.code)}
          hint={t(pipelineSettingsMessages.codeHint)}
          error={error}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value.toLowerCase())}
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}
