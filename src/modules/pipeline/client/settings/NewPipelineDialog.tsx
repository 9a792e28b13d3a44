import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { request } from "../../../../ui/data/request.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { PipelineView } from "../gate-data.ts";
import { useStageObjects } from "./choices.ts";
import { LabelPair } from "./LabelPair.tsx";
import { settingsTexts } from "./settings.messages.ts";

const FIRST_STAGES = [
  { name: "started", label: label("开始", "Started"), type: "open", probability: 10 },
  { name: "won", label: label("赢单", "Won"), type: "won" },
  { name: "lost", label: label("输单", "Lost"), type: "lost" },
];

/** A new pipeline starts with three stages and goes on in its editor. */
export function NewPipelineDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const intent = useIntent();
  const objects = useStageObjects();
  const [object, setObject] = useState(objects[0]?.name ?? "");
  const [name, setName] = useState("");
  const [map, setMap] = useState<LabelMap>({});
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    const body = { object, name, label: map, stages: FIRST_STAGES };
    try {
      const { data } = await intent.run(body, (key) =>
        request<{ data: PipelineView }>("/pipelines", { method: "POST", body, key }),
      );
      void navigate(data.id);
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setError(problem.problem.errors[0]?.message ?? problem.problem.detail);
      setBusy(false);
    }
  };
  const isReady =
    object !== "" &&
    /^[a-z][a-z0-9_]{0,59}$/.test(name) &&
    Boolean(map["zh-CN"]?.trim()) &&
    Boolean(map["en"]?.trim());
  return (
    <Modal
      open
      title={t(settingsTexts.newPipeline)}
      okText={t(kitTexts.save)}
      cancelText={t(kitTexts.cancel)}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      onOk={() => void create()}
      onCancel={onClose}
    >
      <div className="stack">
        <Labelled label={t(settingsTexts.object)}>
          {({ id }) => (
            <Select
              id={id}
              value={object}
              onChange={setObject}
              options={objects.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
            />
          )}
        </Labelled>
        <Labelled label={`${t(settingsTexts.labelZh)} / ${t(settingsTexts.labelEn)}`}>
          {() => <LabelPair name={t(settingsTexts.pipelines)} value={map} onChange={setMap} />}
        </Labelled>
        <Labelled label={t(settingsTexts.code)} hint={t(settingsTexts.codeHint)} error={error || undefined}>
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
