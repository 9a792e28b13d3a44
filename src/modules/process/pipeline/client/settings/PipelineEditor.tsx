import { Button } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import type { ProblemItem } from "../../../../../shared/wire/problem.ts";
import type { PagePart } from "../../../../../ui/slots/pages.ts";
import { usePageParts } from "../../../../../ui/record/page-parts.ts";
import { useObject } from "../../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { PageHeader } from "../../../../../ui/kit/PageHeader.tsx";
import { Tabs } from "../../../../../ui/kit/Tabs.tsx";
import { usePipeline } from "../pipeline-data.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { GuidanceTable } from "./GuidanceTable.tsx";
import { pilotMessages } from "./pilot.messages.ts";
import { type FaultPlace, placeOf, ProblemList } from "./ProblemList.tsx";
import { PilotPanel } from "./PilotPanel.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import { RulesEditor } from "./RulesEditor.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import { StagesEditor } from "./StagesEditor.tsx";
import { usePipelineEditing } from "./use-pipeline-editing.ts";
import { VersionsTable } from "./VersionsTable.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as pageStyles from "../../../../../ui/kit/Page.module.css";
import * as quietButtonStyles from "../../../../../ui/kit/QuietButton.module.css";
import * as styles from "./PipelineEditor.module.css";

/**
 * One pipeline: its stages and gates, rules, versions and overrides. Nothing holds before it is published.
 */
export function PipelineEditor() {
  const { id = "" } = useParams();
  return (
    <QueryResult query={usePipeline(id)} rows={8}>
      {(data) => <Editor key={data.id} pipeline={data} />}
    </QueryResult>
  );
}

const NONE: readonly ProblemItem[] = [];

function Editor({ pipeline }: { readonly pipeline: PipelineView }) {
  const { t } = useLanguage();
  const object = useObject(pipeline.object);
  const editing = usePipelineEditing(pipeline);
  const [tab, setTab] = useState("stages");
  const [publishing, setPublishing] = useState(false);
  const [place, setPlace] = useState<FaultPlace | null>(null);
  const problems = editing.isEdited ? NONE : (pipeline.problems ?? NONE);
  const go = (fault: ProblemItem) => {
    setPublishing(false);
    setTab("stages");
    setPlace(placeOf(fault));
  };
  const { draft, edit } = editing;
  const parts = usePageParts("pipeline.tab");
  const tabs = useTabs(parts);
  if (!object) return null;
  return (
    <div className={pageStyles.page}>
      <Head
        pipeline={pipeline}
        editing={editing}
        onPublish={() => void editing.save().then((done) => done && setPublishing(true))}
      />
      <Tabs label={t(pipelineSettingsMessages.pipelines)} items={tabs} value={tab} onChange={setTab} />
      <ProblemList problems={problems} onGo={go} />
      {tab === "stages" && (
        <StagesEditor
          object={object}
          draft={draft}
          place={place}
          faults={problems}
          published={pipeline.version === null ? [] : pipeline.stages.map((stage) => stage.name)}
          onChange={edit}
        />
      )}
      {tab === "rules" && <RulesEditor draft={draft} onChange={edit} />}
      {tab === "pilot" && <PilotPanel pipeline={pipeline} isEdited={editing.isEdited} />}
      {tab === "versions" && <VersionsTable pipeline={pipeline} />}
      {tab === "guidance" && <GuidanceTable pipeline={pipeline.id} stages={draft.stages} />}
      {parts
        .filter(({ name }) => name === tab)
        .map(({ name, Component }) => (
          <Component key={name} id={pipeline.id} isEdited={editing.isEdited} onFault={go} />
        ))}
      {publishing && <PublishDialog pipeline={pipeline} onClose={() => setPublishing(false)} onGo={go} />}
    </div>
  );
}

/** The page's own tabs, and those that later modules add among them. */
function useTabs(parts: readonly PagePart[]) {
  const { t, of } = useLanguage();
  const own = [
    { key: "stages", order: 10, label: t(pipelineSettingsMessages.stages) },
    { key: "rules", order: 20, label: t(pipelineSettingsMessages.rules) },
    { key: "pilot", order: 40, label: t(pilotMessages.tab) },
    { key: "versions", order: 50, label: t(pipelineSettingsMessages.versions) },
    { key: "guidance", order: 70, label: t(pipelineSettingsMessages.guidanceOpened) },
  ];
  const added = parts.map(({ name, order, label }) => ({ key: name, order, label: of(label, name) }));
  return [...own, ...added].toSorted((one, other) => one.order - other.order);
}

interface HeadProps {
  readonly pipeline: PipelineView;
  readonly editing: ReturnType<typeof usePipelineEditing>;
  readonly onPublish: () => void;
}
function Head({ pipeline, editing, onPublish }: HeadProps) {
  const { t, of } = useLanguage();
  const { isEdited, busy } = editing;
  const { version, has_draft } = pipeline;
  const held =
    version === null
      ? t(pipelineSettingsMessages.unpublished)
      : t(pipelineSettingsMessages.version, { version });
  const state = has_draft && version !== null ? t(pipelineSettingsMessages.withDraft, { state: held }) : held;
  const title = (
    <span className={base.line}>
      <Link
        className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
        to=".."
        relative="path"
        aria-label={t(kitMessages.back)}
      >
        <Icon name="left" />
      </Link>
      {of(editing.draft.label, pipeline.name)}
    </span>
  );
  return (
    <div className={styles.pipelineHead}>
      <PageHeader back={null} title={title} note={isEdited ? t(pipelineSettingsMessages.unsaved) : state}>
        {!pipeline.default && pipeline.version !== null && (
          <QuietButton onClick={editing.makeDefault}>{t(pipelineSettingsMessages.makeDefault)}</QuietButton>
        )}
        <Button disabled={!isEdited} loading={busy} onClick={() => void editing.saveDraft()}>
          {t(pipelineSettingsMessages.saveDraft)}
        </Button>
        <Button type="primary" disabled={!isEdited && !pipeline.has_draft} loading={busy} onClick={onPublish}>
          {t(pipelineSettingsMessages.publish)}
        </Button>
      </PageHeader>
    </div>
  );
}
