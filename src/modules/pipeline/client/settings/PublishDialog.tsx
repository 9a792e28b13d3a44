import { App, Modal, Select } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ProblemItem } from "../../../../shared/wire/problem.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { request } from "../../../../ui/data/request.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { PipelineView } from "../gate-data.ts";
import type { PipelineDefinition } from "../../shared/pipeline.ts";
import { Impact } from "./Impact.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { type FaultPlace, ProblemList } from "./ProblemList.tsx";
import { settingsTexts } from "./settings.messages.ts";

/** What changes, where the records of removed stages go, and the button that makes it hold. */
interface PublishProps {
  readonly pipeline: PipelineView;
  /** This earlier version instead of the draft. */
  readonly earlier?: { readonly number: number; readonly definition: PipelineDefinition };
  readonly onClose: () => void;
  /** Leads to a fault of the draft. */
  readonly onGo?: (place: FaultPlace) => void;
}
export function PublishDialog({ pipeline, earlier, onClose, onGo }: PublishProps) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const intent = useIntent();
  const [map, setMap] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<readonly ProblemItem[]>([]);
  const [busy, setBusy] = useState(false);
  const coming = earlier?.definition ?? pipeline.draft;
  const next = coming?.stages ?? pipeline.stages;
  const before = pipeline.version === null ? [] : pipeline.stages;
  const rulesChanged = coming ? JSON.stringify(coming.rules) !== JSON.stringify(pipeline.rules) : false;
  const body = { map, ...(earlier ? { version: earlier.number } : {}) };
  const removed = before.filter((stage) => !next.some((one) => one.name === stage.name));
  const publish = async () => {
    setBusy(true);
    try {
      const { data } = await intent.run(body, (key) =>
        request<{ data: PipelineView }>(`/pipelines/${pipeline.id}/publish`, { method: "POST", body, key }),
      );
      client.setQueryData(["pipeline", pipeline.id], data);
      for (const key of ["pipelines", "pipeline", "record", "records"])
        void client.invalidateQueries({ queryKey: [key] });
      void message.success(t(settingsTexts.published, { version: data.version }));
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblems(
        error.problem.errors.length > 0
          ? error.problem.errors
          : [{ code: error.code, message: error.problem.detail }],
      );
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={
        earlier ? t(settingsTexts.rollbackTitle, { version: earlier.number }) : t(settingsTexts.publishTitle)
      }
      okText={t(settingsTexts.publish)}
      cancelText={t(kitTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">
          {earlier
            ? t(settingsTexts.rollbackIntro, { version: earlier.number })
            : t(settingsTexts.publishIntro)}
        </p>
        <h3>{t(settingsTexts.changes)}</h3>
        <DifferenceList before={before} after={next} rulesChanged={rulesChanged} />
        {pipeline.version !== null && <Impact pipeline={pipeline} version={earlier?.number} />}
        {removed.map((stage) => (
          <Labelled key={stage.name} label={t(settingsTexts.mapTo, { stage: of(stage.label, stage.name) })}>
            {({ id }) => (
              <Select
                id={id}
                value={map[stage.name]}
                onChange={(to: string) => setMap({ ...map, [stage.name]: to })}
                options={next.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
              />
            )}
          </Labelled>
        ))}
        <ProblemList problems={problems} onGo={onGo} />
      </div>
    </Modal>
  );
}
