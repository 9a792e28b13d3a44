import { Modal, Select } from "antd";
import { useState } from "react";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import { usePageParts } from "../../../../../ui/record/page-parts.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import type { PipelineDefinition } from "../../shared/pipeline.ts";
import { DifferenceList } from "./DifferenceList.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { usePublishing } from "./use-publishing.ts";
import * as base from "../../../../../ui/kit/base.module.css";

/** What changes, where the records of removed stages go, and the button that makes it hold. */
interface PublishProps {
  readonly pipeline: PipelineView;
  /** This earlier version instead of the draft. */
  readonly earlier?: { readonly number: number; readonly definition: PipelineDefinition };
  readonly onClose: () => void;
  /** Leads to a fault of the draft. */
  readonly onGo?: (problem: ProblemItem) => void;
}
export function PublishDialog({ pipeline, earlier, onClose, onGo }: PublishProps) {
  const { t, of } = useLanguage();
  const parts = usePageParts("pipeline.publication");
  const { publish, problems, busy } = usePublishing(pipeline.id, onClose);
  const [map, setMap] = useState<Readonly<Record<string, string>>>({});
  const { stages: next, rules } = earlier?.definition ?? pipeline.draft ?? pipeline;
  const before = pipeline.version === null ? [] : pipeline.stages;
  const removed = before.filter((stage) => !next.some((one) => one.name === stage.name));
  return (
    <Modal
      open
      title={
        earlier
          ? t(pipelineSettingsMessages.rollbackTitle, { version: earlier.number })
          : t(pipelineSettingsMessages.publishTitle)
      }
      okText={t(pipelineSettingsMessages.publish)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void publish({ map, ...(earlier && { version: earlier.number }) })}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <p className={base.muted}>
          {t(earlier ? pipelineSettingsMessages.rollbackIntro : pipelineSettingsMessages.publishIntro, {
            version: earlier?.number,
          })}
        </p>
        <h3>{t(pipelineSettingsMessages.changes)}</h3>
        <DifferenceList
          object={pipeline.object}
          before={before}
          after={next}
          rulesBefore={pipeline.rules}
          rulesAfter={rules}
        />
        {pipeline.version !== null &&
          parts.map(({ name, Component }) => (
            <Component key={name} id={pipeline.id} version={earlier?.number} />
          ))}
        {removed.map((stage) => (
          <Labelled
            key={stage.name}
            label={t(pipelineSettingsMessages.mapTo, { stage: of(stage.label, stage.name) })}
          >
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
